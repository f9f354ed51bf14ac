import { TidingsError } from '../../errors/tidings-error.js';
import type {
  DeadEvent,
  DeadLetterEntry,
  DeadLetterQuery,
  JoinOptions,
  LogBatch,
  LogChannel,
  LogGroup,
  LogStart,
} from '../../transport/log-transport.js';
import { GroupLog } from './group-log.js';
import { PartitionLog } from './partition-log.js';

interface DeadLetter extends DeadLetterEntry {
  readonly partition: number;
}

/** The log of one durable channel, in memory: shared by the buses of a hub. */
export class ChannelLog {
  readonly channel: LogChannel;
  readonly partitions: readonly PartitionLog[];
  readonly #groups = new Map<string, GroupLog>();
  readonly #watching = new Set<() => void>();
  #dead: DeadLetter[] = [];
  #deadCount = 0;

  constructor(channel: LogChannel, partitions: number) {
    this.channel = channel;
    this.partitions = Array.from({ length: channel.keyed ? partitions : 1 }, () => new PartitionLog());
  }

  append(
    channel: LogChannel,
    partition: number,
    batches: readonly LogBatch[],
    now: number,
    onceWindowMs: number,
  ): void {
    const log = this.partitions[partition];
    const stored = batches.filter((batch) => log?.append(channel, batch, now, onceWindowMs));
    if (stored.length === 0) return;
    for (const group of this.#groups.values()) group.wake(partition);
    for (const wake of [...this.#watching]) wake();
  }

  /** The group, made if it is new. */
  group({ group: name, startAt }: Pick<JoinOptions, 'group' | 'startAt'>): GroupLog {
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = new GroupLog(name, this.partitions, this.channel.keyed, startAt);
      this.#groups.set(name, group);
    }
    return group;
  }

  /** Calls back when something was appended. Returns what ends that. */
  watch(wake: () => void): () => void {
    this.#watching.add(wake);
    return () => this.#watching.delete(wake);
  }

  groups(): readonly LogGroup[] {
    return [...this.#groups.values()].map((group) => group.facts()).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  resetGroup(name: string, start: LogStart): void {
    const group = this.#groups.get(name);
    if (group === undefined) throw notFound(this.channel.name, name);
    this.#requireUnused(group);
    this.#groups.set(name, new GroupLog(name, this.partitions, this.channel.keyed, start));
  }

  deleteGroup(name: string): boolean {
    const group = this.#groups.get(name);
    if (group === undefined) return false;
    this.#requireUnused(group);
    return this.#groups.delete(name);
  }

  bury(partition: number, group: string, events: readonly DeadEvent[], now: number): void {
    for (const event of events) {
      this.#deadCount += 1;
      this.#dead.push({ ...event, partition, group, at: now, id: `${this.#deadCount}`.padStart(12, '0') });
    }
  }

  deadLetters({ group, after, limit }: DeadLetterQuery): readonly DeadLetterEntry[] {
    const wanted = (each: DeadLetter): boolean =>
      (group === undefined || each.group === group) && (after === undefined || each.id > after);
    return this.#dead
      .filter(wanted)
      .slice(0, limit)
      .map(({ partition: _, ...each }) => each);
  }

  redrive(ids: readonly string[]): number {
    const chosen = this.#takeDead(ids);
    for (const { partition, group, event } of chosen) {
      const text = typeof event === 'string' ? event : new TextDecoder().decode(event);
      this.group({ group, startAt: 'new' }).park(partition, [{ event: text, minReader: 0 }]);
    }
    return chosen.length;
  }

  discard(ids: readonly string[]): number {
    return this.#takeDead(ids).length;
  }

  #takeDead(ids: readonly string[]): readonly DeadLetter[] {
    const wanted = new Set(ids);
    const taken = this.#dead.filter(({ id }) => wanted.has(id));
    this.#dead = this.#dead.filter(({ id }) => !wanted.has(id));
    return taken;
  }

  #requireUnused({ name, members }: GroupLog): void {
    if (members === 0) return;
    const channel = this.channel.name;
    throw new TidingsError(
      'in_use',
      `the group '${name}' of '${channel}' has ${members} live ${members === 1 ? 'member' : 'members'}: stop them first`,
      { channel },
    );
  }
}

function notFound(channel: string, group: string): TidingsError {
  return new TidingsError('not_found', `'${channel}' has no group '${group}'`, { channel });
}
