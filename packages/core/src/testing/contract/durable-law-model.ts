import type { BatchHandler, GroupHandler } from '../../bus/durable-options.js';
import type { EventBus } from '../../bus/event-bus.js';
import type { Subscription } from '../../bus/subscription.js';
import type { DurableManner, LawVersion } from './durable-step.js';
import type { LawChannel } from './law-channels.js';

/** A number for each thing that happens, in the order in which it happened. */
export class Ticks {
  #last = 0;

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}

/** A bus, and what a plan has seen of it. */
export class DurableBusUnderTest {
  readonly number: number;
  readonly bus: EventBus;
  readonly problems: string[] = [];
  /** How many events it told that it had set aside, and given up. */
  parked = 0;
  deadLettered = 0;
  accepted = 0;
  /** Calls of handlers, counted by their events, and reads from streams: how they ended. */
  succeeded = 0;
  failed = 0;
  retried = 0;
  givenUp = 0;
  /** Whether somebody reads here by cursor who is too old for the second version. */
  hasOldReader = false;
  /** Nothing begins any more: close() has resolved, or was called without drain. */
  still = false;
  closing: Promise<void> | undefined;
  crashedAt: number | undefined;

  constructor(number: number, bus: EventBus) {
    this.number = number;
    this.bus = bus;
    bus.on('error', (error) => {
      if (error.code !== 'handler_failed' && error.code !== 'handler_timeout') {
        this.#problem(`error ${error.code}: ${error.message}`);
      }
    });
    bus.on('gap', (gap) => this.#problem(`gap ${JSON.stringify(gap)}`));
    bus.on('invalid', (report) => {
      if (report.reason !== 'version' || !this.hasOldReader) this.#problem(`invalid ${JSON.stringify(report)}`);
    });
    bus.on('parked', () => {
      this.parked += 1;
    });
    bus.on('deadLetter', () => {
      this.deadLettered += 1;
    });
  }

  /** Whether it can be asked for something. */
  get usable(): boolean {
    return this.closing === undefined && this.crashedAt === undefined;
  }

  get crashed(): boolean {
    return this.crashedAt !== undefined;
  }

  #problem(problem: string): void {
    // What becomes of one whose process has ended is of no interest.
    if (!this.crashed) this.problems.push(`bus ${this.number}: ${problem}`);
  }
}

/** A consumer group, on all channels. */
export interface LawGroup {
  readonly name: string;
  readonly from: 'start' | 'new';
  readonly maxAttempts: number;
}

/** An event as the model knows it. */
export class DurableSent {
  readonly n: number;
  readonly by: DurableBusUnderTest;
  readonly channel: number;
  readonly key: string;
  readonly version: LawVersion;
  readonly calledAt: number;
  /** When it was first known to be stored. */
  acceptedAt: number | undefined;
  /** Whether some publish of it ended in a way that leaves open whether it is stored. */
  unsure = false;
  /** Each attempt at it, by group, in the order in which they began. */
  readonly tries: Map<LawGroup, Try[]> = new Map();
  /** How often each group was asked to try it anew, perhaps in vain. */
  readonly redrives: Map<LawGroup, number> = new Map();

  constructor(about: Pick<DurableSent, 'n' | 'by' | 'channel' | 'key' | 'version' | 'calledAt'>) {
    this.n = about.n;
    this.by = about.by;
    this.channel = about.channel;
    this.key = about.key;
    this.version = about.version;
    this.calledAt = about.calledAt;
  }
}

/** A handler as a member of a group. */
export interface DurableMember {
  readonly number: number;
  readonly at: DurableBusUnderTest;
  readonly group: LawGroup;
  readonly manner: DurableManner;
  readonly version: LawVersion;
  readonly concurrency: number;
  readonly batch: number | undefined;
  /** The channels that it has not left, and those that it ever had. */
  readonly channels: Set<number>;
  readonly everChannels: ReadonlySet<number>;
  readonly calledAt: number;
  readyAt: number | undefined;
  readonly leaving: AbortController;
  handler: GroupHandler<LawChannel['first']> | BatchHandler<LawChannel['first']> | undefined;
  subscription: Subscription | undefined;
  running: number;
}

/** An attempt at an event, by a member. */
export interface Try {
  readonly member: DurableMember;
  readonly sent: DurableSent;
  readonly attempt: number;
  readonly call: number;
  readonly began: number;
  ended: number | undefined;
  /** `done`; `dead`, by decision or since it was the last attempt; `again`: there is to be another; `lost` to another member. */
  outcome: 'done' | 'dead' | 'again' | 'lost' | undefined;
}

/** Whether it began when its process had ended already. */
export function isZombie({ member, began }: Try): boolean {
  return began > (member.at.crashedAt ?? Number.POSITIVE_INFINITY);
}

/** Whether its process ended before it did. */
export function wasCutShort({ member, ended }: Try): boolean {
  const { crashedAt } = member.at;
  return crashedAt !== undefined && (ended === undefined || ended > crashedAt);
}
