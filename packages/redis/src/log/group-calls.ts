import type { JoinOptions, LogChannel, Settlement } from '@tidings/core/transport';
import { CallOver, Trial } from './log-calls.js';
import type { LogContext } from './log-context.js';
import type { GroupKeys } from './log-keys.js';
import type { Incarnation } from './presence.js';
import { streamId, type TakenEntry } from './read-entry.js';
import type { Script, ScriptArgument } from './script.js';
import { ackScript } from './scripts/ack.js';
import { giveBackScript } from './scripts/give-back.js';
import { joinScript } from './scripts/join.js';
import { leaseScript } from './scripts/lease.js';
import { lookScript } from './scripts/look.js';
import { ownScript } from './scripts/own.js';
import { settleScript } from './scripts/settle.js';
import { takeScript } from './scripts/take.js';
import { toldScript } from './scripts/told.js';

/** Which member of which group this is, and where. */
export interface Membership {
  readonly channel: LogChannel;
  readonly options: JoinOptions;
  /** The partition, and the tag where it is. */
  readonly partition: number;
  readonly tag: number;
  /** What the member is called in each incarnation of its bus. */
  readonly name: string;
}

/** A consumer, as Redis knows it: a member in one incarnation of its bus. */
export interface Consumer {
  readonly incarnation: Incarnation;
  readonly consumer: string;
}

/** What the take script answers: a word; entries; where to look on; 1 if there is no more. */
export type Taken = readonly [Buffer, unknown[]?, Buffer?, number?];

/** What becomes of all that a consumer has: given back; and the lease too; and the membership too. */
export type GiveBack = 'all' | 'yield' | 'leave';

const mostEntries = 64;

/** What is asked of Redis for a member in one partition. An answer is undefined if the incarnation was over before it came. */
export class GroupCalls {
  readonly #membership: Membership;
  readonly #context: LogContext;
  readonly #keys: GroupKeys;
  readonly #members: string;
  readonly #log: string;
  readonly #groups: string;
  readonly #wake: string;
  readonly #parkedBefore: string;

  constructor(membership: Membership, context: LogContext) {
    const { tag, channel, options } = membership;
    const { keys } = context;
    this.#membership = membership;
    this.#context = context;
    this.#keys = keys.ofGroup(tag, channel.name, options.group);
    this.#members = keys.members(tag);
    this.#log = keys.log(tag, channel.name);
    this.#groups = keys.groups(tag, channel.name);
    this.#wake = keys.wake(tag, channel.name);
    this.#parkedBefore = keys.parkedBefore(tag, channel.name);
  }

  /** 1 if the group is new, -1 if the incarnation is not alive. */
  join(by: Consumer, start: '0' | '$'): Promise<unknown> {
    const { channel, options, tag } = this.#membership;
    const keys = [this.#members, this.#log, this.#context.keys.heads(tag), this.#groups, this.#keys.consumers];
    return this.#run(by, joinScript, keys, () => [
      by.incarnation.id,
      by.consumer,
      options.group,
      options.version,
      channel.name,
      start,
      this.#wake,
      this.#context.wakeCommand(),
    ]);
  }

  look(by: Consumer): Promise<unknown> {
    const { consumers, lease, levels } = this.#keys;
    return this.#run(by, lookScript, [this.#members, consumers, lease, levels], () => [by.incarnation.id]);
  }

  /** 1 if it has the lease, -1 if the incarnation is not alive. */
  lease(by: Consumer): Promise<unknown> {
    const keys = [this.#members, this.#keys.lease];
    return this.#run(by, leaseScript, keys, () => [by.incarnation.id, by.consumer]);
  }

  /** One attempt; `sent` says whether it may have been carried out without an answer. */
  async take(
    by: Consumer,
    maxEvents: number,
    from: string,
  ): Promise<{ readonly taken: Taken | undefined; readonly sent: boolean }> {
    const { channel, options, tag } = this.#membership;
    const { notes, gaps, levels, lease, consumers } = this.#keys;
    const trial = new Trial();
    try {
      const attempt = await this.#context.calls.attempt(
        {
          script: takeScript,
          tag,
          keys: [this.#members, this.#log, this.#groups, notes, gaps, levels, lease, consumers],
          args: () => [
            by.incarnation.id,
            by.consumer,
            options.group,
            channel.keyed ? '1' : '0',
            maxEvents,
            mostEntries,
            options.version,
            from,
            this.#parkedBefore,
          ],
          ending: by.incarnation.ending,
          channel: channel.name,
        },
        trial,
      );
      return { taken: attempt?.answer as Taken | undefined, sent: trial.sent };
    } catch (error) {
      if (error instanceof CallOver) return { taken: undefined, sent: false };
      throw error;
    }
  }

  /** Levels and ids, by turns, of what is pending for the consumer. */
  async own(by: Consumer): Promise<readonly string[] | undefined> {
    const { options } = this.#membership;
    const answer = await this.#run(by, ownScript, [this.#log, this.#keys.levels], () => [
      by.consumer,
      options.group,
      this.#parkedBefore,
    ]);
    return (answer as readonly Buffer[] | undefined)?.map(String);
  }

  /** -1 if the incarnation is not alive. */
  acknowledge(by: Consumer, entries: readonly TakenEntry[]): Promise<unknown> {
    const { group } = this.#membership.options;
    const ids = entries.map(({ id }) => id);
    return this.#run(by, ackScript, [this.#members, this.#log], () => [by.incarnation.id, group, ...ids]);
  }

  /** What was missed before an entry has been told. */
  told(by: Consumer, { id }: TakenEntry): Promise<unknown> {
    return this.#run(by, toldScript, [this.#keys.gaps], () => [id]);
  }

  /** 1 if it was carried out, -1 if the incarnation is not alive. */
  settle(by: Consumer, entry: TakenEntry, settlement: Settlement): Promise<unknown> {
    const { tag, channel, options } = this.#membership;
    const { keys, wakeCommand } = this.#context;
    const { notes, levels } = this.#keys;
    const { done, dead, parked } = settlement;
    const stream = entry.level < 0 ? this.#log : `${this.#parkedBefore}${entry.level}:${options.group}`;
    const all = [this.#members, stream, notes, keys.dead(tag, channel.name), levels];
    return this.#run(by, settleScript, all, (again) => [
      by.incarnation.id,
      by.consumer,
      options.group,
      streamId(entry),
      entry.id,
      entry.level,
      again ? '1' : '0',
      done ? '1' : '0',
      settlement.notes,
      this.#parkedBefore,
      this.#wake,
      wakeCommand(),
      dead.length,
      ...dead.flatMap(({ event, eventId, reason, code, attempts }) => [
        typeof event === 'string' ? event : Buffer.from(event),
        eventId ?? '',
        reason,
        code,
        attempts,
      ]),
      ...parked.flatMap(({ minReader, event }) => [minReader, event]),
    ]);
  }

  /** @param what Some entries, as levels and ids by turns, or all. */
  giveBack(by: Consumer, what: GiveBack | readonly string[]): Promise<unknown> {
    const { options } = this.#membership;
    const { notes, gaps, levels, lease, consumers } = this.#keys;
    return this.#run(by, giveBackScript, [this.#log, notes, gaps, levels, lease, consumers], () => [
      by.consumer,
      options.group,
      typeof what === 'string' ? what : 'some',
      this.#parkedBefore,
      this.#wake,
      this.#context.wakeCommand(),
      ...(typeof what === 'string' ? [] : what),
    ]);
  }

  async #run(
    { incarnation }: Consumer,
    script: Script,
    keys: readonly string[],
    args: (again: boolean) => readonly ScriptArgument[],
  ): Promise<unknown> {
    if (!incarnation.isAlive()) return undefined;
    const { tag, channel } = this.#membership;
    const call = { script, tag, keys, args, ending: incarnation.ending, channel: channel.name };
    try {
      return await this.#context.calls.call(call);
    } catch (error) {
      if (error instanceof CallOver) return undefined;
      throw error;
    }
  }
}
