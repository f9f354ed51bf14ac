import type { AnyChannel } from '../../channel/channel.js';
import { isTidingsError, TidingsError } from '../../errors/tidings-error.js';
import type { LogEntry, LogMember, LogSink, LogTransport, Settlement } from '../../transport/log-transport.js';
import type { BusCore } from '../bus-core.js';
import { Roster } from '../roster.js';
import { afterIo } from '../turns.js';
import { readNotes, writeNotes } from './attempt-notes.js';
import { entryEvents, isEntryProblem } from './entry-events.js';
import { HeldEntry } from './held-entry.js';
import { jsonText } from './json-text.js';
import { logChannelOf } from './log-channel-of.js';
import { tellInvalid } from './read-event.js';
import type { ResolvedGroupOptions } from './resolve-durable-options.js';

/** What a membership asks of the subscription that it belongs to. */
export interface MembershipOwner {
  /** How many more events it may take. */
  room(): number;
  /** There may be room again, for any of its memberships. */
  roomMade(): void;
  /** Here is something to do. */
  offer(membership: GroupMembership, held: HeldEntry): void;
  /** What has not begun of these must not begin. */
  withdraw(membership: GroupMembership, test: (held: HeldEntry) => boolean): void;
  /** These belong to others now: what runs is given up. */
  abandon(test: (held: HeldEntry) => boolean, reason: TidingsError): void;
}

const againMs = 1_000;

/** A subscription's membership of a group on one channel: what it has taken, and what becomes of that. */
export class GroupMembership implements LogSink {
  readonly channel: AnyChannel;
  readonly #core: BusCore;
  readonly #log: LogTransport;
  readonly #options: ResolvedGroupOptions;
  readonly #owner: MembershipOwner;
  readonly #held = new Roster<HeldEntry>();
  readonly #revoked = new Set<number>();
  /** Partitions that it gave away, or lost, while a take was under way: what that brings of them may be another's. */
  readonly #goneMeanwhile = new Set<number | undefined>();
  #member: LogMember | undefined;
  #acknowledged: LogEntry[] = [];
  #available = true;
  #taking = false;
  #events = 0;
  #running = 0;
  #stopped = false;
  #left: Promise<void> | undefined;
  #whenIdle: (() => void)[] = [];

  constructor(
    core: BusCore,
    log: LogTransport,
    channel: AnyChannel,
    options: ResolvedGroupOptions,
    owner: MembershipOwner,
  ) {
    this.#core = core;
    this.#log = log;
    this.channel = channel;
    this.#options = options;
    this.#owner = owner;
  }

  /** How many events it holds that are to be done here. */
  get events(): number {
    return this.#stopped ? 0 : this.#events;
  }

  /** Becomes a member; takes nothing before `fill` is called. */
  async join(): Promise<void> {
    const { group, from: startAt } = this.#options;
    const joining = { group, startAt, version: this.channel.version };
    const member = await this.#log.join(logChannelOf(this.channel), joining, this);
    this.#member = member;
    // Those that were wanted before it knew that it is one.
    for (const partition of [...this.#revoked]) this.#yieldWhenIdle(partition);
    if (this.#stopped) await member.leave(this.#core.options.subscribeTimeoutMs);
  }

  /** Takes what there is, as far as there is room. */
  fill(): void {
    const member = this.#member;
    if (member === undefined || this.#stopped || this.#taking || !this.#available) return;
    const room = this.#owner.room();
    if (room <= 0) return;
    this.#taking = true;
    this.#available = false;
    this.#goneMeanwhile.clear();
    member.take(room).then(
      (entries) => {
        if (entries.length > 0) this.#available = true;
        for (const entry of entries) this.#accept(entry);
        this.#taking = false;
        this.fill();
      },
      (error: unknown) => {
        this.#taking = false;
        this.#failed(error, 'events could not be read');
        this.#later(() => this.available());
      },
    );
  }

  /** Whether what it was handed may begin here: it is this member's, and nobody else wants it. */
  keeps(held: HeldEntry): boolean {
    return !this.#stopped && !held.lost && !this.#revoked.has(held.entry.partition);
  }

  /** Whether it is this member's at this moment. What is not is lost by that. */
  holds(held: HeldEntry): boolean {
    if (!held.lost && this.#member?.holds(held.entry) !== true) this.#lose([held]);
    return !held.lost;
  }

  /** A handler has so many of its events now. */
  began(held: HeldEntry): void {
    held.running += 1;
    this.#running += 1;
  }

  /** A handler no longer has it. */
  ended(held: HeldEntry): void {
    held.running -= 1;
    this.#running -= 1;
    if (this.#revoked.has(held.entry.partition)) this.#yieldWhenIdle(held.entry.partition);
    if (this.#running > 0) return;
    const waiting = this.#whenIdle;
    this.#whenIdle = [];
    for (const resolve of waiting) resolve();
  }

  /** Nothing is left to do about an event. */
  done(held: HeldEntry, index: number): void {
    if (held.lost) return;
    held.done(index);
    this.#events -= 1;
    if (held.left > 0) {
      if (held.dead.length + held.parked.length > 0) void this.note(held);
    } else if (held.isPlain) {
      this.#held.delete(held);
      this.#acknowledge(held.entry);
    } else {
      void this.note(held);
    }
    this.#owner.roomMade();
  }

  /** Gives events that have not begun to whoever has time: whole entries as they came, others as events set aside for anybody. */
  giveAway(events: ReadonlyMap<HeldEntry, readonly number[]>): void {
    const whole: HeldEntry[] = [];
    for (const [held, indexes] of events) {
      if (held.lost) continue;
      if (indexes.length === held.elements.length && held.written === undefined && held.settling === undefined) {
        whole.push(held);
        continue;
      }
      for (const index of indexes) {
        held.parked.push({ event: jsonText(held.elements[index]), minReader: 0 });
        held.done(index);
      }
      this.#events -= indexes.length;
      void this.note(held);
    }
    for (const held of whole) {
      this.#held.delete(held);
      this.#events -= held.left;
      held.lost = true;
    }
    if (whole.length > 0) this.#member?.release(whole.map(({ entry }) => entry));
    this.#owner.roomMade();
  }

  /** Has the log note what is known of an entry, and what has become of its events. Resolves when that is so, or it is lost. */
  note(held: HeldEntry): Promise<void> {
    if (held.settling !== undefined) return held.settling;
    const first = this.#nextSettlement(held);
    if (first === undefined) return Promise.resolve();
    held.settling = this.#settle(held, first);
    return held.settling;
  }

  available(): void {
    this.#available = true;
    this.fill();
  }

  lost(partition: number | undefined): void {
    this.#goneMeanwhile.add(partition);
    if (partition === undefined) this.#revoked.clear();
    else this.#revoked.delete(partition);
    const those = (held: HeldEntry): boolean => partition === undefined || held.entry.partition === partition;
    this.#lose([...this.#held].filter(those));
  }

  revoked(partition: number): void {
    this.#revoked.add(partition);
    this.#owner.withdraw(this, ({ entry }) => entry.partition === partition);
    this.#yieldWhenIdle(partition);
  }

  reset(): void {
    const { group } = this.#options;
    this.#core.listeners.emit('gap', { reason: 'reset', channel: this.channel.name, count: undefined, group });
  }

  failed(error: unknown): void {
    this.#failed(error, 'the log failed');
  }

  /** Takes nothing any more; what has not begun is given back, and when what runs is over, it leaves. */
  stop(): Promise<void> {
    if (this.#left !== undefined) return this.#left;
    this.#stopped = true;
    this.#owner.withdraw(this, () => true);
    const untouched = [...this.#held].filter((held) => held.running === 0 && held.settling === undefined);
    const asTaken = untouched.filter((held) => writeNotes(held.notes) === (held.written ?? fresh(held)));
    for (const held of asTaken) this.#held.delete(held);
    this.#member?.release(asTaken.map(({ entry }) => entry));
    this.#left = this.#leave();
    this.#owner.roomMade();
    return this.#left;
  }

  /** Whether it takes nothing any more. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Whether a handler is at something of it. */
  get busy(): boolean {
    return this.#running > 0;
  }

  async #leave(): Promise<void> {
    this.#flush();
    // At once, as what runs may go on for longer than the bus is there: what has been done need not be done again by others.
    for (const held of this.#held) if (writeNotes(held.notes) !== (held.written ?? fresh(held))) void this.note(held);
    if (this.#running > 0) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
    this.#flush();
    const progress = [...this.#held].map((held) => this.note(held));
    const { clock, subscribeTimeoutMs } = this.#core.options;
    await Promise.race([
      Promise.all(progress),
      new Promise<void>((resolve) => clock.setTimeout(resolve, subscribeTimeoutMs)),
    ]);
    await this.#member?.leave(subscribeTimeoutMs);
    for (const held of this.#held) held.lost = true;
    this.#held.clear();
  }

  #accept(entry: LogEntry): void {
    if (entry.missedBefore > 0) {
      const { group } = this.#options;
      const count = entry.missedBefore;
      this.#core.listeners.emit('gap', { reason: 'trimmed', channel: this.channel.name, count, group });
    }
    if (this.#stopped || this.#revoked.has(entry.partition) || this.#isGone(entry)) {
      this.#member?.release([entry]);
      return;
    }
    const elements = entryEvents(entry.payload, this.#core.options.limits.eventBytes);
    if (isEntryProblem(elements)) {
      this.#bury(entry, elements);
      return;
    }
    const { deliveries } = entry;
    const { maxAttempts } = this.#options.retry;
    const notes = readNotes(entry.notes, { count: elements.length, deliveries, maxAttempts });
    const held = new HeldEntry(entry, elements, notes);
    this.#held.add(held);
    const { left } = held;
    this.#events += left;
    if (left === 0) void this.note(held);
    else this.#owner.offer(this, held);
  }

  #isGone({ partition }: LogEntry): boolean {
    return this.#goneMeanwhile.has(partition) || this.#goneMeanwhile.has(undefined);
  }

  /** The entry as a whole is no event: into the dead-letter log with it. */
  #bury(
    entry: LogEntry,
    { reason, message }: { readonly reason: 'malformed' | 'too_large'; readonly message: string },
  ): void {
    tellInvalid(this.#core, this.channel.name, { reason, message });
    const held = new HeldEntry(entry, [undefined], { attempts: ['done'], careful: false });
    held.dead.push({ event: entry.payload, eventId: undefined, reason: message, code: reason, attempts: 0 });
    this.#held.add(held);
    void this.note(held);
  }

  /** What the log does not know yet of an entry; undefined if it knows all, or has nothing to know of it any more. */
  #nextSettlement(held: HeldEntry): (Settlement & Pick<HeldEntry, 'dead' | 'parked'>) | undefined {
    const done = held.left === 0;
    const notes = writeNotes(held.notes);
    const { dead, parked } = held;
    if (held.lost || (!done && notes === held.written && dead.length + parked.length === 0)) return undefined;
    held.dead = [];
    held.parked = [];
    return { done, notes, dead, parked };
  }

  /** One settlement after the other, until the log knows all. In the same breath as the last look, it is over. */
  async #settle(held: HeldEntry, first: Settlement & Pick<HeldEntry, 'dead' | 'parked'>): Promise<void> {
    for (let next: typeof first | undefined = first; next !== undefined; next = this.#nextSettlement(held)) {
      if (!(await this.#carryOut(held, next))) {
        this.#lose([held]);
        break;
      }
      held.written = next.notes;
      this.#tell(next);
      if (next.done) {
        this.#held.delete(held);
        break;
      }
    }
    held.settling = undefined;
  }

  /** Tries until the log has done it, or says that the entry is another's. */
  async #carryOut(held: HeldEntry, settlement: Settlement): Promise<boolean> {
    let told = false;
    while (!held.lost && this.#member !== undefined) {
      try {
        return await this.#member.settle(held.entry, settlement);
      } catch (error) {
        if (!told) this.#failed(error, 'what became of an event could not be noted');
        told = true;
        if (isTidingsError(error, 'closed')) return false;
        await new Promise<void>((resolve) => this.#later(resolve));
      }
    }
    return false;
  }

  #tell({ dead, parked }: Pick<HeldEntry, 'dead' | 'parked'>): void {
    const { listeners, totals } = this.#core;
    const about = { channel: this.channel.name, group: this.#options.group };
    for (const { eventId, reason, code, attempts } of dead) {
      totals.deadLettered += 1;
      listeners.emit('deadLetter', { ...about, eventId, reason, code, attempts });
    }
    for (const { told } of parked) {
      if (told === undefined) continue;
      totals.parked += 1;
      listeners.emit('parked', { ...about, ...told });
    }
  }

  #lose(those: readonly HeldEntry[]): void {
    for (const held of those) {
      if (held.lost) continue;
      this.#events -= held.left;
      held.lost = true;
      this.#held.delete(held);
    }
    const isLost = (held: HeldEntry): boolean => held.lost;
    this.#owner.withdraw(this, isLost);
    const { name } = this.channel;
    this.#owner.abandon(
      isLost,
      new TidingsError(
        'aborted',
        `the event of '${name}' was lost to another member of the group, which handles it now`,
        {
          channel: name,
        },
      ),
    );
    this.#owner.roomMade();
  }

  #yieldWhenIdle(partition: number): void {
    if (this.#member === undefined) return;
    const those = [...this.#held].filter(({ entry }) => entry.partition === partition);
    if (those.some(({ running }) => running > 0)) return;
    void Promise.all(those.map((held) => this.note(held))).then(() => {
      if (!this.#revoked.has(partition)) return;
      const rest = those.filter((held) => this.#held.has(held));
      if (rest.some(({ running }) => running > 0)) return;
      // Something has become of it while that was noted.
      if (rest.some(({ settling }) => settling !== undefined)) {
        this.#yieldWhenIdle(partition);
        return;
      }
      this.#revoked.delete(partition);
      this.#flush();
      for (const held of rest) {
        this.#events -= held.left;
        held.lost = true;
        this.#held.delete(held);
      }
      this.#goneMeanwhile.add(partition);
      this.#member?.yield(partition);
      this.#owner.roomMade();
    });
  }

  #acknowledge(entry: LogEntry): void {
    this.#acknowledged.push(entry);
    if (this.#acknowledged.length === 1) afterIo(() => this.#flush());
  }

  #flush(): void {
    if (this.#acknowledged.length === 0) return;
    const entries = this.#acknowledged;
    this.#acknowledged = [];
    this.#member?.done(entries);
  }

  #failed(cause: unknown, what: string): void {
    const { name } = this.channel;
    const error = isTidingsError(cause)
      ? cause
      : new TidingsError('transport_failed', `${what}, on '${name}'`, { cause, channel: name });
    this.#core.listeners.emit('error', error);
  }

  #later(callback: () => void): void {
    this.#core.options.clock.setTimeout(callback, againMs);
  }
}

/** What would be noted of an entry of which nothing has been done. */
function fresh({ entry, elements, notes }: HeldEntry): string {
  const { careful } = notes;
  const { attempts } = readNotes(undefined, { count: elements.length, deliveries: entry.deliveries, maxAttempts: 2 });
  return writeNotes({ attempts, careful });
}
