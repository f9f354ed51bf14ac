import type { LogEntry, Settlement } from '@tidings/core/transport';
import { Ending } from './ending.js';
import { type Consumer, GroupCalls, type Membership } from './group-calls.js';
import type { IntakeSource, Supply } from './intake.js';
import { CallOver } from './log-calls.js';
import type { LogContext } from './log-context.js';
import { PartitionLease } from './partition-lease.js';
import type { PresenceListener } from './presence.js';
import { readTaken, streamId, type TakenEntry } from './read-entry.js';
import type { WakeUp } from './wake-ups.js';

/** What a member's share of a partition tells the member. */
export interface GroupPartitionListener {
  /** There may be something to take. */
  news(source: GroupPartition): void;
  /** What it handed out is not this member's any more. */
  lost(source: GroupPartition): void;
  /** Another member is to have it. */
  revoked(source: GroupPartition): void;
  /** The log was lost. */
  reset(source: GroupPartition): void;
  failed(error: unknown): void;
}

const mostAcknowledged = 500;
const retryMs = 1_000;

/** What a member has in a partition, in one incarnation of its bus. */
interface Life extends Consumer {
  readonly held: Map<string, TakenEntry>;
  /** Of a keyed channel. */
  readonly lease: PartitionLease | undefined;
  /** Where to look on for what former members left; nothing when there is no reason to. */
  from: string;
  /** The answer to a take may have been lost. */
  strays: boolean;
}

/** A member's share of one partition: it joins, takes, settles and leaves there, and joins anew when its incarnation is over. */
export class GroupPartition implements IntakeSource, PresenceListener {
  readonly partition: number;
  readonly #membership: Membership;
  readonly #context: LogContext;
  readonly #listener: GroupPartitionListener;
  readonly #calls: GroupCalls;
  /** Over when the member leaves, or the log is closed. */
  readonly #left = new Ending();
  readonly #operations = new Set<Promise<unknown>>();
  #life: Life | undefined;
  #unflushed: TakenEntry[] = [];
  /** Counts what was heard, so that what was asked before is not taken for all there is. */
  #news = 0;
  #scans = 0;

  constructor(membership: Membership, context: LogContext, listener: GroupPartitionListener) {
    this.#membership = membership;
    this.#context = context;
    this.#listener = listener;
    this.partition = membership.partition;
    this.#calls = new GroupCalls(membership, context);
    context.closed.onEnd(() => this.#left.end());
  }

  get ready(): boolean {
    const life = this.#life;
    return life !== undefined && !this.#left.over && (life.lease?.isHeld ?? true);
  }

  /** Resolves once it is a member. @throws TidingsError, CallOver */
  async join(): Promise<void> {
    const { tag, channel, options } = this.#membership;
    await this.#context.wakeUps.listen(tag, channel.name, this.#heard);
    this.#context.presenceAt(tag).listen(channel.name, this);
    await this.#enter(options.startAt === 'new' ? '$' : '0', false);
  }

  search(): void {
    this.#scan();
    this.look();
  }

  news(): void {
    this.#news += 1;
    if (!this.#left.over) this.#listener.news(this);
  }

  /** Looks whether the partition is to be taken or to be given away. */
  look(): void {
    if (!this.#left.over) this.#life?.lease?.look();
  }

  async ask(maxEvents: number): Promise<Supply> {
    const life = this.#life;
    const nothing = { entries: [], more: false };
    if (life === undefined || !this.ready) return nothing;
    if (life.strays) await this.#giveStraysBack(life);
    const [news, scans] = [this.#news, this.#scans];
    const { taken, sent } = await this.#calls.take(life, maxEvents, life.from);
    if (!this.#is(life)) return nothing;
    if (taken === undefined) {
      life.strays ||= sent;
      return { entries: [], more: true };
    }
    const [word, told = [], from, drained] = taken;
    if (String(word) !== 'ok') {
      this.#refused(life, String(word));
      return nothing;
    }
    if (this.#scans === scans) life.from = String(from);
    const entries = told.map((each) => readTaken(each, this.partition));
    // The command that it answers may stay until the next full collection.
    told.length = 0;
    for (const entry of entries) life.held.set(entry.id, entry);
    // What was taken while another wanted the partition is given away with it.
    if (!this.ready) return nothing;
    return { entries, more: drained !== 1 || this.#news !== news || life.from !== '' };
  }

  /** Whether an entry is still this member's. */
  holds(entry: LogEntry): boolean {
    return this.#heldAs(entry) !== undefined;
  }

  /** An entry has come to where what was missed before it is told. */
  told(entry: LogEntry): void {
    const life = this.#life;
    const held = this.#heldAs(entry);
    if (life === undefined || held === undefined) return;
    this.#inBackground(this.#calls.told(life, held));
  }

  /** Acknowledges an entry, together with all others of this turn. */
  done(entry: LogEntry): void {
    const held = this.#heldAs(entry);
    if (held === undefined) return;
    if (held.level >= 0) {
      const settling = this.settle(entry, { done: true, notes: '', dead: [], parked: [] });
      settling.catch((error) => this.#failed(error));
      return;
    }
    this.#unflushed.push(held);
    if (this.#unflushed.length === 1) setImmediate(() => this.#flush());
  }

  async settle(entry: LogEntry, settlement: Settlement): Promise<boolean> {
    const held = this.#heldAs(entry);
    const life = this.#life;
    if (held === undefined || life === undefined) return false;
    const answer = await this.#track(this.#calls.settle(life, held, settlement));
    if (answer === -1) life.incarnation.ending.end();
    if (answer !== 1 || settlement.done) life.held.delete(held.id);
    return answer === 1;
  }

  /** Gives entries back. */
  release(entries: readonly LogEntry[]): void {
    const life = this.#life;
    const held = entries.flatMap((entry) => this.#heldAs(entry) ?? []);
    if (life === undefined || held.length === 0) return;
    for (const { id } of held) life.held.delete(id);
    const some = held.flatMap((entry) => [String(entry.level), streamId(entry)]);
    this.#inBackground(this.#calls.giveBack(life, some));
  }

  /** Gives the partition away. */
  yield(): void {
    const life = this.#life;
    const lease = life?.lease;
    if (life === undefined || lease?.yield() !== true) return;
    this.#flush();
    const yielding = Promise.allSettled([...this.#operations]).then(async () => {
      life.held.clear();
      await this.#calls.giveBack(life, 'yield');
      lease.yielded();
    });
    this.#inBackground(yielding);
  }

  /** Carries out what was asked, gives the rest back and leaves. Goes on for as long as that takes. Never rejects. */
  async leave(): Promise<void> {
    const { tag, channel } = this.#membership;
    this.#flush();
    this.#left.end();
    this.#life?.lease?.end();
    await Promise.allSettled([...this.#operations]);
    const life = this.#life;
    this.#life = undefined;
    if (life !== undefined) await this.#calls.giveBack(life, 'leave').catch(() => {});
    this.#context.presenceAt(tag).unlisten(this);
    await this.#context.wakeUps.unlisten(tag, channel.name, this.#heard).catch(() => {});
  }

  readonly #heard = (wakeUp: WakeUp): void => {
    if (wakeUp === 'entries') {
      this.news();
      return;
    }
    if (wakeUp === 'unknown' || wakeUp.group === this.#membership.options.group) this.search();
  };

  /** There may be something that former members left. */
  #scan(): void {
    this.#scans += 1;
    if (this.#life !== undefined) this.#life.from = '-';
    this.news();
  }

  /** Becomes a member, in an incarnation that is alive. @param start Where the group begins if it is new. */
  async #enter(start: '0' | '$', rejoins: boolean): Promise<void> {
    const { tag, name } = this.#membership;
    for (;;) {
      const incarnation = await this.#context.presenceAt(tag).enter();
      if (this.#left.over) throw new CallOver(false);
      const by: Consumer = { incarnation, consumer: `${incarnation.id}:${name}` };
      const life: Life = { ...by, held: new Map(), lease: this.#leaseFor(by), from: '-', strays: false };
      const joined = await this.#calls.join(life, start);
      if (this.#left.over) {
        await this.#calls.giveBack(life, 'leave');
        throw new CallOver(true);
      }
      if (joined === -1) incarnation.ending.end();
      if (joined === undefined || !incarnation.isAlive()) continue;
      this.#life = life;
      incarnation.ending.onEnd(() => this.#over(life));
      if (rejoins && joined === 1) this.#lostLog();
      this.search();
      return;
    }
  }

  /** Only who has a lease reads a partition of a keyed channel. */
  #leaseFor(by: Consumer): PartitionLease | undefined {
    if (!this.#membership.channel.keyed) return undefined;
    return new PartitionLease(by, this.partition, this.#calls, {
      gained: () => this.#scan(),
      wanted: () => this.#listener.revoked(this),
      lost: () => this.#leaseLost(),
      track: (operation) => this.#track(operation),
      failed: (error) => this.#failed(error),
    });
  }

  #leaseLost(): void {
    const life = this.#life;
    if (life === undefined) return;
    this.#forget(life);
    this.#inBackground(this.#calls.giveBack(life, 'all'));
  }

  #rejoin(): void {
    this.#enter('0', true).catch((error: unknown) => {
      this.#failed(error);
      if (error instanceof CallOver) return;
      setTimeout(() => {
        if (!this.#left.over) this.#rejoin();
      }, retryMs).unref();
    });
  }

  /** What it had is free, and the member joins anew. */
  #over(life: Life): void {
    if (this.#life !== life) return;
    this.#life = undefined;
    life.lease?.end();
    this.#forget(life);
    if (!this.#left.over) this.#rejoin();
  }

  #forget(life: Life): void {
    const wasHeld = life.held.size > 0;
    life.held.clear();
    this.#unflushed = [];
    if (wasHeld && !this.#left.over) this.#listener.lost(this);
  }

  #lostLog(): void {
    this.#context.lostLog(this.#membership.channel.name);
    this.#listener.reset(this);
  }

  #refused(life: Life, word: string): void {
    if (word === 'dead') {
      life.incarnation.ending.end();
    } else if (word === 'lease') {
      life.lease?.refused();
    } else {
      // The group is gone, or the membership, and with it what was handed out.
      this.#over(life);
    }
  }

  /** What was handed out in an answer that was lost is given back, to be handed out again as if it had not been. */
  async #giveStraysBack(life: Life): Promise<void> {
    const own = await this.#calls.own(life);
    if (own === undefined) return;
    const strays = own.flatMap((level, at) => {
      const id = own[at + 1] as string;
      if (at % 2 === 1 || life.held.has(level === '-1' ? id : `${level}:${id}`)) return [];
      return [level, id];
    });
    if (strays.length > 0) await this.#calls.giveBack(life, strays);
    life.strays = false;
    life.from = '-';
    this.#scans += 1;
  }

  #flush(): void {
    const life = this.#life;
    const entries = this.#unflushed;
    if (life === undefined || entries.length === 0) return;
    this.#unflushed = [];
    for (let at = 0; at < entries.length; at += mostAcknowledged) {
      const some = entries.slice(at, at + mostAcknowledged);
      this.#track(this.#calls.acknowledge(life, some)).then(
        (answer) => {
          if (answer === -1) life.incarnation.ending.end();
          for (const { id } of some) life.held.delete(id);
        },
        (error) => this.#failed(error),
      );
    }
  }

  #inBackground(operation: Promise<unknown>): void {
    this.#track(operation).catch((error) => this.#failed(error));
  }

  #track<T>(operation: Promise<T>): Promise<T> {
    this.#operations.add(operation);
    const over = (): void => void this.#operations.delete(operation);
    operation.then(over, over);
    return operation;
  }

  #is(life: Life): boolean {
    return life.incarnation.isAlive() && this.#life === life;
  }

  /** As it is held, if it still is. */
  #heldAs(entry: LogEntry): TakenEntry | undefined {
    const life = this.#life;
    if (life === undefined || !life.incarnation.isAlive()) return undefined;
    const held = life.held.get(entry.id);
    return held === entry ? held : undefined;
  }

  #failed(error: unknown): void {
    if (!(error instanceof CallOver) && !this.#left.over) this.#listener.failed(error);
  }
}
