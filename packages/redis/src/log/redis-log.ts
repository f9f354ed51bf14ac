import { randomBytes } from 'node:crypto';
import { TidingsError } from '@tidings/core';
import {
  type BroadcastTransport,
  type DeadLetterEntry,
  type DeadLetterQuery,
  type JoinOptions,
  type LogBatch,
  type LogChannel,
  type LogGroup,
  type LogMember,
  type LogReader,
  type LogSink,
  type LogStart,
  type LogTransport,
  partitionOf,
} from '@tidings/core/transport';
import { Appender } from './appender.js';
import { ChannelRecords } from './channel-records.js';
import { CursorReader } from './cursor-reader.js';
import { Ending } from './ending.js';
import { GroupMember } from './group-member.js';
import { LogAdministration } from './log-administration.js';
import { CallOver, LogCalls } from './log-calls.js';
import type { LogContext } from './log-context.js';
import { LogKeys } from './log-keys.js';
import type { LogServers } from './log-servers.js';
import { Presence } from './presence.js';
import { WakeUps } from './wake-ups.js';
import { within } from './within.js';

/** How a log is set up, whatever the topology. */
export interface RedisLogSettings {
  readonly prefix: string;
  readonly partitions: number;
  readonly leaseMs: number;
  readonly onceWindowMs: number;
}

/** What a log tells the bus. */
export interface RedisLogListener {
  /** Partitions that were not writable may be now. */
  writable(): void;
  /** Something went wrong that no call is waiting for. */
  failed(error: unknown): void;
}

/** Keeps events in Redis Streams; docs/redis-layout.md tells how. */
export class RedisLog implements LogTransport {
  readonly partitions: number;
  /** Hears what is told of partitions. */
  readonly wakeUps: WakeUps;
  readonly #servers: LogServers;
  readonly #context: LogContext;
  readonly #records: ChannelRecords;
  readonly #appender: Appender;
  readonly #admin: LogAdministration;
  readonly #closed = new Ending();
  readonly #presences = new Map<number, Presence>();
  readonly #members = new Set<GroupMember>();
  #joined = 0;

  constructor(
    servers: LogServers,
    broadcast: Pick<BroadcastTransport, 'subscribe' | 'unsubscribe'>,
    settings: RedisLogSettings,
    listener: RedisLogListener,
  ) {
    this.partitions = settings.partitions;
    this.wakeUps = new WakeUps(broadcast);
    this.#servers = servers;
    const calls = new LogCalls(servers, () => {
      if (!this.#closed.over) listener.writable();
    });
    const keys = new LogKeys(settings.prefix);
    const closed = this.#closed;
    // Those who came first sort first.
    const busId = `${Date.now().toString(36).padStart(9, '0')}-${randomBytes(6).toString('hex')}`;
    const presence = { calls, keys, closed, busId, leaseMs: settings.leaseMs };
    this.#context = {
      calls,
      keys,
      closed,
      wakeUps: this.wakeUps,
      wakeCommand: () => servers.wakeCommand,
      presenceAt: (tag) => {
        const known = this.#presences.get(tag);
        if (known !== undefined) return known;
        const made = new Presence(tag, { ...presence, failed: (error) => listener.failed(error) });
        this.#presences.set(tag, made);
        return made;
      },
      lostLog: (channel) => this.#records.forget(channel),
    };
    this.#records = new ChannelRecords(settings.partitions, { calls, keys, closed });
    this.#appender = new Appender(this.#context, settings.onceWindowMs);
    this.#admin = new LogAdministration(this.#context, (channel) => this.#tagsOf(channel));
  }

  isWritable(channel: LogChannel, partition: number): boolean {
    const tag = this.#tagsOf(channel)[partition];
    return tag !== undefined && this.#servers.at(tag) !== undefined;
  }

  async append(channel: LogChannel, partition: number, batches: readonly LogBatch[]): Promise<void> {
    const tag = this.#tagsOf(channel)[partition];
    if (tag === undefined) throw new RangeError(`there is no partition ${partition}`);
    try {
      await this.#records.check(channel);
    } catch (error) {
      throw this.#closedOr(error, channel);
    }
    await this.#appender.append(channel, tag, batches);
  }

  async join(channel: LogChannel, options: JoinOptions, sink: LogSink): Promise<LogMember> {
    this.#joined += 1;
    const name = this.#joined.toString(36).padStart(4, '0');
    try {
      await this.#records.check(channel);
      const memberships = this.#tagsOf(channel).map((tag, partition) => ({ channel, options, tag, partition, name }));
      const member = new GroupMember(memberships, this.#context, sink, () => this.#members.delete(member));
      this.#members.add(member);
      await member.join();
      return member;
    } catch (error) {
      throw this.#closedOr(error, channel);
    }
  }

  async read(channel: LogChannel, start: LogStart, sink: LogSink): Promise<LogReader> {
    try {
      await this.#records.check(channel);
      const reader = new CursorReader(channel, this.#tagsOf(channel), this.#context, sink);
      await reader.begin(start);
      return reader;
    } catch (error) {
      throw this.#closedOr(error, channel);
    }
  }

  groups(channel: LogChannel): Promise<readonly LogGroup[]> {
    return this.#admin.groups(channel);
  }

  resetGroup(channel: LogChannel, group: string, start: LogStart): Promise<void> {
    return this.#admin.resetGroup(channel, group, start);
  }

  deleteGroup(channel: LogChannel, group: string): Promise<boolean> {
    return this.#admin.deleteGroup(channel, group);
  }

  deadLetters(channel: LogChannel, query: DeadLetterQuery): Promise<readonly DeadLetterEntry[]> {
    return this.#admin.deadLetters(channel, query);
  }

  redrive(channel: LogChannel, ids: readonly string[]): Promise<number> {
    return this.#admin.redrive(channel, ids);
  }

  discard(channel: LogChannel, ids: readonly string[]): Promise<number> {
    return this.#admin.discard(channel, ids);
  }

  /** Leaves everything in order, as far as that is possible in time; what waits is settled. Never rejects. */
  async close(timeoutMs: number): Promise<void> {
    const leave = async (): Promise<void> => {
      await Promise.all([...this.#members].map((member) => member.leave(timeoutMs)));
      await Promise.all([...this.#presences.values()].map((presence) => presence.retire()));
    };
    await within(timeoutMs, leave());
    for (const presence of this.#presences.values()) presence.stop();
    this.#closed.end();
  }

  /** Where the partitions of a channel are. */
  #tagsOf({ name, keyed }: LogChannel): readonly number[] {
    return keyed ? Array.from({ length: this.partitions }, (_, tag) => tag) : [partitionOf(name, this.partitions)];
  }

  #closedOr(error: unknown, { name }: LogChannel): unknown {
    if (!(error instanceof CallOver)) return error;
    return new TidingsError('closed', `the bus was closed before it could use the channel '${name}'`, {
      channel: name,
    });
  }
}
