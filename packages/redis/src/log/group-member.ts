import type { LogEntry, LogMember, LogSink, Settlement } from '@tidings/core/transport';
import type { Membership } from './group-calls.js';
import { GroupPartition } from './group-partition.js';
import { Intake } from './intake.js';
import { CallOver } from './log-calls.js';
import type { LogContext } from './log-context.js';
import { within } from './within.js';

/** A consumer in a group: its shares of all partitions, read side by side. */
export class GroupMember implements LogMember {
  readonly #partitions: ReadonlyMap<number, GroupPartition>;
  readonly #intake: Intake;
  readonly #sink: LogSink;
  readonly #left: () => void;
  #joined = false;
  #leaving: Promise<void> | undefined;

  /** @param memberships One for each partition. @param left Told when it has begun to leave. */
  constructor(memberships: readonly Membership[], context: LogContext, sink: LogSink, left: () => void) {
    this.#sink = sink;
    this.#left = left;
    const listener = {
      news: (source: GroupPartition) => {
        this.#intake.news(source);
        if (this.#joined && this.#leaving === undefined && source.ready) sink.available();
      },
      lost: (source: GroupPartition) => {
        this.#intake.drop(source.partition);
        if (this.#leaving === undefined) sink.lost(source.partition);
      },
      revoked: (source: GroupPartition) => {
        this.#intake.drop(source.partition);
        if (this.#leaving === undefined) sink.revoked(source.partition);
      },
      reset: (source: GroupPartition) => {
        if (this.#leaving === undefined) sink.reset(source.partition);
      },
      failed: (error: unknown) => {
        if (this.#leaving === undefined) sink.failed(error);
      },
    };
    const partitions = memberships.map((membership) => new GroupPartition(membership, context, listener));
    this.#partitions = new Map(partitions.map((partition) => [partition.partition, partition]));
    this.#intake = new Intake(partitions, (error) => listener.failed(error));
    context.closed.onEnd(() => this.#intake.end());
  }

  /** Resolves once it is a member everywhere. @throws TidingsError, CallOver; then it is a member nowhere */
  async join(): Promise<void> {
    try {
      await Promise.all([...this.#partitions.values()].map((partition) => partition.join()));
    } catch (error) {
      void this.leave(0);
      throw error;
    }
    this.#joined = true;
    setImmediate(() => {
      if (this.#leaving === undefined) this.#sink.available();
    });
  }

  async take(maxEvents: number): Promise<readonly LogEntry[]> {
    const entries = await this.#intake.take(maxEvents);
    for (const entry of entries) if (entry.missedBefore > 0) this.#partitions.get(entry.partition)?.told(entry);
    return entries;
  }

  holds(entry: LogEntry): boolean {
    return this.#partitions.get(entry.partition)?.holds(entry) ?? false;
  }

  done(entries: readonly LogEntry[]): void {
    for (const entry of entries) this.#partitions.get(entry.partition)?.done(entry);
  }

  async settle(entry: LogEntry, settlement: Settlement): Promise<boolean> {
    try {
      return (await this.#partitions.get(entry.partition)?.settle(entry, settlement)) ?? false;
    } catch (error) {
      if (error instanceof CallOver) return false;
      throw error;
    }
  }

  release(entries: readonly LogEntry[]): void {
    for (const [number, partition] of this.#partitions) {
      partition.release(entries.filter((entry) => entry.partition === number));
    }
  }

  yield(partition: number): void {
    this.#intake.drop(partition);
    this.#partitions.get(partition)?.yield();
  }

  leave(timeoutMs: number): Promise<void> {
    this.#leaving ??= Promise.all([...this.#partitions.values()].map((partition) => partition.leave())).then(() => {});
    this.#intake.end();
    this.#leaving.then(this.#left);
    return within(timeoutMs, this.#leaving);
  }
}
