import type { LogChannel, LogEntry, LogReader, LogSink, LogStart } from '@tidings/core/transport';
import { Ending } from './ending.js';
import { Intake } from './intake.js';
import { CallOver } from './log-calls.js';
import type { LogContext } from './log-context.js';
import { ReaderPartition } from './reader-partition.js';
import { startOf } from './start-of.js';

/** Reads for itself, all partitions side by side. */
export class CursorReader implements LogReader {
  begins: ReadonlyMap<number, string> = new Map();
  readonly #partitions: readonly ReaderPartition[];
  readonly #intake: Intake;
  readonly #ended = new Ending();
  readonly #sink: LogSink;
  #begun = false;

  /** @param tags Where each partition is. */
  constructor(channel: LogChannel, tags: readonly number[], context: LogContext, sink: LogSink) {
    this.#sink = sink;
    context.closed.onEnd(() => this.#ended.end());
    this.#ended.onEnd(() => this.#intake.end());
    const listener = {
      news: (source: ReaderPartition) => {
        this.#intake.news(source);
        if (this.#begun && !this.#ended.over) sink.available();
      },
      reset: (source: ReaderPartition) => {
        if (!this.#ended.over) sink.reset(source.partition);
      },
    };
    this.#partitions = tags.map(
      (tag, partition) => new ReaderPartition({ partition, tag, channel }, context, this.#ended, listener),
    );
    this.#intake = new Intake(this.#partitions, (error) => {
      if (!this.#ended.over && !(error instanceof CallOver)) sink.failed(error);
    });
  }

  /** Resolves once nothing is missed any more. @throws TidingsError, CallOver */
  async begin(start: LogStart): Promise<void> {
    try {
      await Promise.all(this.#partitions.map((each) => each.begin(startOf(start, each.partition))));
    } catch (error) {
      void this.close();
      throw error;
    }
    this.begins = new Map(this.#partitions.map(({ partition, after }) => [partition, after]));
    for (const partition of this.#partitions) this.#intake.news(partition);
    this.#begun = true;
    setImmediate(() => {
      if (!this.#ended.over) this.#sink.available();
    });
  }

  take(maxEvents: number): Promise<readonly LogEntry[]> {
    return this.#intake.take(maxEvents);
  }

  async close(): Promise<void> {
    this.#ended.end();
    await Promise.all(this.#partitions.map((partition) => partition.close()));
  }
}
