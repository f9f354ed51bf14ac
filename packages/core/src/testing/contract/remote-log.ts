import type { MemoryLog } from '../../memory/log/memory-log.js';
import type {
  DeadLetterEntry,
  DeadLetterQuery,
  JoinOptions,
  LogBatch,
  LogChannel,
  LogGroup,
  LogMember,
  LogReader,
  LogSink,
  LogStart,
  LogTransport,
} from '../../transport/log-transport.js';

/** How something is asked of a medium that is somewhere else, and how it answers. */
export interface RemoteLine {
  /** Has something carried out there; resolves when the answer is here. */
  ask<T>(carryOut: () => T | Promise<T>): Promise<T>;
  /** Brings something here. */
  tell(arrive: () => void): void;
}

/** A log that is somewhere else: everything takes a round trip. */
export class RemoteLog implements LogTransport {
  readonly partitions: number;
  readonly #inner: MemoryLog;
  readonly #line: RemoteLine;

  constructor(inner: MemoryLog, line: RemoteLine) {
    this.partitions = inner.partitions;
    this.#inner = inner;
    this.#line = line;
  }

  isWritable(): boolean {
    return true;
  }

  append(channel: LogChannel, partition: number, batches: readonly LogBatch[]): Promise<void> {
    return this.#line.ask(() => this.#inner.append(channel, partition, batches));
  }

  async join(channel: LogChannel, options: JoinOptions, sink: LogSink): Promise<LogMember> {
    const member = await this.#line.ask(() => this.#inner.join(channel, options, this.#sink(sink)));
    const ask = this.#line.ask.bind(this.#line);
    return {
      take: (maxEvents) => ask(() => member.take(maxEvents)),
      // Nothing is taken away here before it is heard.
      holds: () => true,
      done: (entries) => void ask(() => member.done(entries)),
      settle: (entry, settlement) => ask(() => member.settle(entry, settlement)),
      release: (entries) => void ask(() => member.release(entries)),
      yield: (partition) => void ask(() => member.yield(partition)),
      leave: (timeoutMs) => ask(() => member.leave(timeoutMs)),
    };
  }

  async read(channel: LogChannel, start: LogStart, sink: LogSink): Promise<LogReader> {
    const reader = await this.#line.ask(() => this.#inner.read(channel, start, this.#sink(sink)));
    return {
      begins: reader.begins,
      take: (maxEvents) => this.#line.ask(() => reader.take(maxEvents)),
      close: () => this.#line.ask(() => reader.close()),
    };
  }

  groups(channel: LogChannel): Promise<readonly LogGroup[]> {
    return this.#line.ask(() => this.#inner.groups(channel));
  }

  resetGroup(channel: LogChannel, group: string, start: LogStart): Promise<void> {
    return this.#line.ask(() => this.#inner.resetGroup(channel, group, start));
  }

  deleteGroup(channel: LogChannel, group: string): Promise<boolean> {
    return this.#line.ask(() => this.#inner.deleteGroup(channel, group));
  }

  deadLetters(channel: LogChannel, query: DeadLetterQuery): Promise<readonly DeadLetterEntry[]> {
    return this.#line.ask(() => this.#inner.deadLetters(channel, query));
  }

  redrive(channel: LogChannel, ids: readonly string[]): Promise<number> {
    return this.#line.ask(() => this.#inner.redrive(channel, ids));
  }

  discard(channel: LogChannel, ids: readonly string[]): Promise<number> {
    return this.#line.ask(() => this.#inner.discard(channel, ids));
  }

  #sink(sink: LogSink): LogSink {
    const tell = (what: () => void): void => this.#line.tell(what);
    return {
      available: () => tell(() => sink.available()),
      lost: (partition) => tell(() => sink.lost(partition)),
      revoked: (partition) => tell(() => sink.revoked(partition)),
      reset: (partition) => tell(() => sink.reset(partition)),
      failed: (error) => tell(() => sink.failed(error)),
    };
  }
}
