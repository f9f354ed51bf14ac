import { writeLogId } from '../../log/log-id.js';
import { ownerOf } from '../../log/owner-of.js';
import type { LogEntry, LogGroup, LogSink, LogStart, ParkedEvent } from '../../transport/log-transport.js';
import type { PartitionLog } from './partition-log.js';

/** A member of a group. */
export interface Member {
  readonly id: string;
  readonly version: number;
  readonly sink: LogSink;
}

/** An entry that was handed out, or is set aside. */
interface Handed {
  readonly id: string;
  readonly lastOffset: number;
  readonly count: number;
  readonly payload: string;
  /** For one that is set aside: the version it wants. */
  readonly level: number | undefined;
  holder: Member | undefined;
  deliveries: number;
  notes: string | undefined;
}

/** What a group knows of one partition. */
interface GroupPartition {
  /** The number of the last event that was handed out. */
  last: number;
  readonly handed: Map<string, Handed>;
  readonly parked: Map<string, Handed>;
  /** Of a keyed channel: who has it, and whether it was told to give it away. */
  owner: Member | undefined;
  revoked: boolean;
}

/** A consumer group of one channel, in memory. */
export class GroupLog {
  readonly name: string;
  readonly #keyed: boolean;
  readonly #log: readonly PartitionLog[];
  readonly #partitions: GroupPartition[];
  readonly #members = new Set<Member>();
  #parkedCount = 0;

  constructor(name: string, log: readonly PartitionLog[], keyed: boolean, start: LogStart) {
    this.name = name;
    this.#keyed = keyed;
    this.#log = log;
    this.#partitions = log.map((partition, number) => ({
      last: partition.placeOf(start, number),
      handed: new Map(),
      parked: new Map(),
      owner: undefined,
      revoked: false,
    }));
  }

  get members(): number {
    return this.#members.size;
  }

  facts(): LogGroup {
    let [waiting, pending, parked] = [0, 0, 0];
    for (const [number, partition] of this.#partitions.entries()) {
      waiting += (this.#log[number]?.lastOffset ?? 0) - partition.last;
      for (const { count } of partition.handed.values()) pending += count;
      parked += partition.parked.size;
    }
    return { name: this.name, waiting, pending, parked, members: this.#members.size };
  }

  join(member: Member): void {
    this.#members.add(member);
    this.#share();
  }

  /** It has left, or died: then what it had counts as handed out. */
  leave(member: Member, died: boolean): void {
    if (!this.#members.delete(member)) return;
    for (const partition of this.#partitions) {
      for (const handed of [...partition.handed.values(), ...partition.parked.values()]) {
        if (handed.holder === member) giveUp(handed, died);
      }
      if (partition.owner === member) vacate(partition);
    }
    this.#share();
    this.wake();
  }

  /** Gives a partition away. */
  yield(member: Member, number: number): void {
    const partition = this.#partitions[number];
    if (partition?.owner !== member) return;
    for (const handed of [...partition.handed.values(), ...partition.parked.values()]) {
      if (handed.holder === member) giveUp(handed, false);
    }
    vacate(partition);
    this.#share();
  }

  /** Tells who may read a partition, or all, that there may be something. */
  wake(number?: number): void {
    for (const member of this.#members) {
      if (number === undefined || !this.#keyed || this.#partitions[number]?.owner === member) member.sink.available();
    }
  }

  take(member: Member, maxEvents: number): readonly LogEntry[] {
    const entries: LogEntry[] = [];
    let events = 0;
    for (const [number, partition] of this.#partitions.entries()) {
      if (!this.#members.has(member) || (this.#keyed && (partition.owner !== member || partition.revoked))) continue;
      while (events < maxEvents) {
        const next = this.#next(partition, number, member);
        if (next === undefined) break;
        entries.push(next.entry);
        events += next.count;
      }
    }
    return entries;
  }

  /** What was handed out under this id, if it is still that member's. */
  held(member: Member, { partition, id, parked }: Pick<LogEntry, 'partition' | 'id' | 'parked'>): Handed | undefined {
    const own = this.#partitions[partition];
    const handed = parked ? own?.parked.get(id) : own?.handed.get(id);
    return handed?.holder === member ? handed : undefined;
  }

  /** Nothing is left to do about it. */
  forget({ partition, id, parked }: Pick<LogEntry, 'partition' | 'id' | 'parked'>): void {
    const own = this.#partitions[partition];
    if (parked) own?.parked.delete(id);
    else own?.handed.delete(id);
  }

  release(member: Member, entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      const handed = this.held(member, entry);
      if (handed !== undefined) giveUp(handed, false);
    }
    if (entries.length > 0) this.wake();
  }

  /** Sets events aside. */
  park(number: number, events: readonly Pick<ParkedEvent, 'event' | 'minReader'>[]): void {
    const partition = this.#partitions[number];
    for (const { event, minReader } of events) {
      this.#parkedCount += 1;
      const id = writeLogId({ ms: 0, lastOffset: this.#parkedCount, count: 1 });
      partition?.parked.set(id, {
        id,
        lastOffset: this.#parkedCount,
        count: 1,
        payload: event,
        level: minReader,
        holder: undefined,
        deliveries: 0,
        notes: undefined,
      });
    }
    this.#share();
    this.wake(number);
  }

  #next(
    partition: GroupPartition,
    number: number,
    member: Member,
  ): { readonly entry: LogEntry; readonly count: number } | undefined {
    const free =
      firstFree([...partition.parked.values()].filter(({ level = 0 }) => level <= member.version)) ??
      firstFree(partition.handed.values());
    if (free !== undefined) return this.#handOut(free, number, member, 0);
    const stored = this.#log[number]?.after(partition.last);
    if (stored === undefined) return undefined;
    const { id, firstOffset, lastOffset, payload } = stored;
    const missedBefore = Math.max(0, firstOffset - partition.last - 1);
    const count = lastOffset - firstOffset + 1;
    const handed: Handed = {
      id,
      lastOffset,
      count,
      payload,
      level: undefined,
      holder: undefined,
      deliveries: 0,
      notes: undefined,
    };
    partition.last = lastOffset;
    partition.handed.set(id, handed);
    return this.#handOut(handed, number, member, missedBefore);
  }

  #handOut(
    handed: Handed,
    partition: number,
    member: Member,
    missedBefore: number,
  ): { readonly entry: LogEntry; readonly count: number } {
    handed.holder = member;
    handed.deliveries += 1;
    const { id, payload, deliveries, notes, level, count } = handed;
    const entry = { partition, id, payload, deliveries, notes, parked: level !== undefined, missedBefore };
    return { entry, count };
  }

  /** Has each partition of a keyed channel belong to who should have it. */
  #share(): void {
    if (!this.#keyed) return;
    const members = [...this.#members];
    for (const [number, partition] of this.#partitions.entries()) {
      const needed = Math.max(0, ...[...partition.parked.values()].map(({ level = 0 }) => level));
      const wanted = members.find(({ id }) => id === ownerOf(number, members, needed));
      if (partition.owner === undefined) {
        partition.owner = wanted;
        wanted?.sink.available();
      } else if (partition.owner !== wanted && !partition.revoked) {
        partition.revoked = true;
        partition.owner.sink.revoked(number);
      }
    }
  }
}

function giveUp(handed: Handed, died: boolean): void {
  handed.holder = undefined;
  if (!died) handed.deliveries -= 1;
}

function vacate(partition: GroupPartition): void {
  partition.owner = undefined;
  partition.revoked = false;
}

/** The oldest that nobody has. */
function firstFree(all: Iterable<Handed>): Handed | undefined {
  let first: Handed | undefined;
  for (const handed of all) {
    if (handed.holder === undefined && (first === undefined || handed.lastOffset < first.lastOffset)) first = handed;
  }
  return first;
}
