import type { DurableEvent } from '../../bus/bus-event.js';
import type { MemberOptions } from '../../bus/durable-options.js';
import type { Subscription } from '../../bus/subscription.js';
import { behaveDurably } from './behave-durably.js';
import type { DurableBusUnderTest, DurableMember, DurableSent, LawGroup, Ticks, Try } from './durable-law-model.js';
import type { DurableStep } from './durable-step.js';
import { type LawChannel, type LawSample, ofVersion } from './law-channels.js';
import type { LawPublisher } from './law-publisher.js';
import { MemberCall, problemsOfCall } from './member-call.js';

/** What a plan says of a member. */
export type MemberWish = Omit<Extract<DurableStep, { readonly do: 'join' }>, 'do' | 'bus'>;

/** What the handler may decide about an event. */
interface Decide {
  retry(event: LawEvent, afterMs?: number): void;
  deadLetter(event: LawEvent, reason: string): void;
}

type LawEvent = DurableEvent<string, LawSample>;

/** A handler that hangs is given so long, in milliseconds. */
const hangMs = 4;
const onPurpose = 'on purpose';

/** Makes members of groups, and writes down what they are given. */
export class LawMembers {
  readonly groups: readonly LawGroup[] = [
    { name: 'three', from: 'start', maxAttempts: 3 },
    { name: 'once', from: 'start', maxAttempts: 1 },
    { name: 'young', from: 'new', maxAttempts: 2 },
  ];
  readonly all: DurableMember[] = [];
  readonly pending: Promise<unknown>[] = [];
  readonly violations: string[] = [];
  readonly #channels: readonly LawChannel[];
  readonly #publisher: LawPublisher;
  readonly #ticks: Ticks;

  constructor(channels: readonly LawChannel[], publisher: LawPublisher, ticks: Ticks) {
    this.#channels = channels;
    this.#publisher = publisher;
    this.#ticks = ticks;
  }

  join(at: DurableBusUnderTest, { channels, manner, version, concurrency, batch, ...wish }: MemberWish): void {
    const group = this.groups[wish.group % this.groups.length] as LawGroup;
    const leaving = new AbortController();
    const member: DurableMember = {
      number: this.all.length,
      at,
      group,
      manner,
      version,
      concurrency,
      batch,
      channels: new Set(channels),
      everChannels: new Set(channels),
      calledAt: this.#ticks.next(),
      readyAt: undefined,
      leaving,
      handler: undefined,
      subscription: undefined,
      running: 0,
    };
    this.all.push(member);
    const joining = this.#subscribe(member, {
      group: group.name,
      from: group.from,
      concurrency,
      maxQueued: wish.maxQueued,
      handlerTimeoutMs: manner === 'hangs' ? hangMs : 60_000,
      retry: { maxAttempts: group.maxAttempts, minDelayMs: wish.retryMs, maxDelayMs: 2 },
      signal: leaving.signal,
    });
    const settled = joining.then(
      (subscription) => {
        member.subscription = subscription;
        member.readyAt = this.#ticks.next();
      },
      (error: unknown) => {
        if (at.usable && !leaving.signal.aborted) this.violations.push(`subscribe rejected: ${error}`);
        // Where its bus is closing it may have become a member all the same: then it ends with that.
        if (at.closing === undefined) member.channels.clear();
      },
    );
    this.pending.push(settled);
  }

  /** Ends a membership of all channels. */
  leave(member: DurableMember, by: 'close' | 'signal'): Promise<void> {
    member.channels.clear();
    if (by === 'close' && member.subscription !== undefined) return member.subscription.close();
    member.leaving.abort();
    return Promise.resolve();
  }

  #subscribe(member: DurableMember, options: MemberOptions): Promise<Subscription> {
    const { at, batch, version } = member;
    const channels = [...member.everChannels].map((each) => ofVersion(this.#channels[each] as LawChannel, version));
    if (batch === undefined) {
      const handler = (
        event: LawEvent,
        context: { signal: AbortSignal; retry(afterMs?: number): void; deadLetter(reason: string): void },
      ): unknown =>
        this.#handle(member, [event], context.signal, {
          retry: (_event, afterMs) => context.retry(afterMs),
          deadLetter: (_event, reason) => context.deadLetter(reason),
        });
      member.handler = handler;
      return at.bus.subscribe(channels, handler, options);
    }
    const handler = (events: readonly LawEvent[], context: { signal: AbortSignal } & Decide): unknown =>
      this.#handle(member, events, context.signal, context);
    member.handler = handler;
    return at.bus.subscribe(channels, handler, { ...options, batch: { maxEvents: batch } });
  }

  #handle(member: DurableMember, events: readonly LawEvent[], signal: AbortSignal, decide: Decide): unknown {
    const known = events.map(({ data, attempt }) => ({ sent: this.#publisher.sent[data.n] as DurableSent, attempt }));
    const call = new MemberCall(member, known, signal, this.#ticks);
    const eventOf = (each: Try): LawEvent => events[call.tries.indexOf(each)] as LawEvent;
    for (const each of call.tries) {
      const { tries } = each.sent;
      tries.set(member.group, [...(tries.get(member.group) ?? []), each]);
    }
    this.violations.push(...problemsOfCall(call));
    let ending: unknown;
    try {
      ending = behaveDurably(call, {
        retry: (each, afterMs) => {
          call.decide(each, 'retry');
          decide.retry(eventOf(each), afterMs);
        },
        bury: (each) => {
          call.decide(each, 'bury');
          decide.deadLetter(eventOf(each), onPurpose);
        },
        publish: ({ sent }) => this.#publisher.answer(member.at, sent),
        leave: () => this.leave(member, 'close'),
      });
    } catch (error) {
      call.end(true);
      throw error;
    }
    if (ending instanceof Promise) {
      return ending.then(
        () => call.end(false),
        (error: unknown) => {
          call.end(true);
          throw error;
        },
      );
    }
    call.end(false);
    return undefined;
  }
}
