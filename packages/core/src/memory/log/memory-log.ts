import { TidingsError } from '../../errors/tidings-error.js';
import type { Clock } from '../../front/clock.js';
import { beforeAll, writeLogId } from '../../log/log-id.js';
import type {
  DeadLetterEntry,
  DeadLetterQuery,
  JoinOptions,
  LogBatch,
  LogChannel,
  LogEntry,
  LogGroup,
  LogMember,
  LogReader,
  LogSink,
  LogStart,
  LogTransport,
  Settlement,
} from '../../transport/log-transport.js';
import type { MemoryHub } from '../memory-hub.js';
import type { ChannelLog } from './channel-log.js';
import type { GroupLog, Member } from './group-log.js';

/** How a memory log is set up. */
export interface MemoryLogSettings {
  readonly partitions: number;
  readonly onceWindowMs: number;
  readonly clock: Clock;
}

let memberCount = 0;

/** The hold that one bus has on the logs of a hub. */
export class MemoryLog implements LogTransport {
  readonly partitions: number;
  readonly #hub: MemoryHub;
  readonly #settings: MemoryLogSettings;
  readonly #joined = new Map<Member, GroupLog>();
  readonly #readers = new Set<LogReader>();

  constructor(hub: MemoryHub, settings: MemoryLogSettings) {
    this.partitions = settings.partitions;
    this.#hub = hub;
    this.#settings = settings;
  }

  isWritable(): boolean {
    return true;
  }

  append(channel: LogChannel, partition: number, batches: readonly LogBatch[]): undefined {
    this.#log(channel).append(channel, partition, batches, this.#settings.clock.now(), this.#settings.onceWindowMs);
  }

  async join(channel: LogChannel, options: JoinOptions, sink: LogSink): Promise<LogMember> {
    const log = this.#log(channel);
    const group = log.group(options);
    memberCount += 1;
    const member: Member = { id: String(memberCount).padStart(12, '0'), version: options.version, sink };
    this.#joined.set(member, group);
    group.join(member);
    return this.#membership(log, group, member);
  }

  async read(channel: LogChannel, start: LogStart, sink: LogSink): Promise<LogReader> {
    const log = this.#log(channel);
    const { partitions } = log;
    const places = partitions.map((partition, number) => partition.placeOf(start, number));
    const begins = new Map(
      places.map((offset, number) => [
        number,
        offset === 0 ? beforeAll : writeLogId({ ms: 0, lastOffset: offset, count: 0 }),
      ]),
    );
    const stop = log.watch(() => sink.available());
    const reader: LogReader = {
      begins,
      take: async (maxEvents) => {
        const entries: LogEntry[] = [];
        let events = 0;
        for (const [number, partition] of partitions.entries()) {
          for (let stored = partition.after(places[number] as number); stored !== undefined; ) {
            if (events >= maxEvents) return entries;
            const { id, firstOffset, lastOffset, payload } = stored;
            const missedBefore = Math.max(0, firstOffset - (places[number] as number) - 1);
            places[number] = lastOffset;
            events += lastOffset - firstOffset + 1;
            entries.push({
              partition: number,
              id,
              payload,
              deliveries: 1,
              notes: undefined,
              parked: false,
              missedBefore,
            });
            stored = partition.after(lastOffset);
          }
        }
        return entries;
      },
      close: async () => {
        stop();
        this.#readers.delete(reader);
      },
    };
    this.#readers.add(reader);
    return reader;
  }

  async groups(channel: LogChannel): Promise<readonly LogGroup[]> {
    return this.#log(channel).groups();
  }

  async resetGroup(channel: LogChannel, group: string, start: LogStart): Promise<void> {
    this.#log(channel).resetGroup(group, start);
  }

  async deleteGroup(channel: LogChannel, group: string): Promise<boolean> {
    return this.#log(channel).deleteGroup(group);
  }

  async deadLetters(channel: LogChannel, query: DeadLetterQuery): Promise<readonly DeadLetterEntry[]> {
    return this.#log(channel).deadLetters(query);
  }

  async redrive(channel: LogChannel, ids: readonly string[]): Promise<number> {
    return this.#log(channel).redrive(ids);
  }

  async discard(channel: LogChannel, ids: readonly string[]): Promise<number> {
    return this.#log(channel).discard(ids);
  }

  /** Gives everything back: members that have not left by now are gone. */
  close(): void {
    this.#leaveAll(false);
  }

  /** As if the process had ended: what its members had counts as handed out, and nothing is heard of them any more. */
  crash(): void {
    this.#leaveAll(true);
  }

  #leaveAll(died: boolean): void {
    for (const [member, group] of this.#joined) group.leave(member, died);
    this.#joined.clear();
    for (const reader of this.#readers) void reader.close();
  }

  #membership(log: ChannelLog, group: GroupLog, member: Member): LogMember {
    const settle = (entry: LogEntry, { done, notes, dead, parked }: Settlement): boolean => {
      const handed = group.held(member, entry);
      if (handed === undefined) return false;
      handed.notes = notes;
      log.bury(entry.partition, group.name, dead, this.#settings.clock.now());
      if (done) group.forget(entry);
      if (parked.length > 0) group.park(entry.partition, parked);
      return true;
    };
    return {
      take: async (maxEvents) => group.take(member, maxEvents),
      holds: (entry) => group.held(member, entry) !== undefined,
      done: (entries) => {
        for (const entry of entries) if (group.held(member, entry) !== undefined) group.forget(entry);
      },
      settle: async (entry, settlement) => settle(entry, settlement),
      release: (entries) => group.release(member, entries),
      yield: (partition) => group.yield(member, partition),
      leave: async () => {
        group.leave(member, false);
        this.#joined.delete(member);
      },
    };
  }

  #log(channel: LogChannel): ChannelLog {
    const log = this.#hub.logOf(channel, this.partitions);
    const { partitions } = this;
    const kept = log.partitions.length;
    if (log.channel.keyed !== channel.keyed || (channel.keyed && kept !== partitions)) {
      const inWords = (keyed: boolean, count: number): string =>
        keyed ? `with a key and ${count} partitions` : 'without a key';
      throw new TidingsError(
        'invalid_option',
        `the log of '${channel.name}' was first used ${inWords(log.channel.keyed, kept)}, and this bus uses it ${inWords(channel.keyed, partitions)}: order by key can't hold. Use the same`,
        { channel: channel.name },
      );
    }
    return log;
  }
}
