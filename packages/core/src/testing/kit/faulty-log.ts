import { batchText } from '../../envelope/batch-text.js';
import { isTidingsError } from '../../errors/tidings-error.js';
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
import type { Fate } from './faulty-transport.js';

/** What a faulty log asks the transport that it belongs to. */
interface Faults {
  /** What becomes of the next batch; undefined if nothing is wrong with it. */
  fate(): Fate | undefined;
  isAway(): boolean;
  sent(channel: string, frame: string): void;
}

/** A memory log on which things go wrong on command. */
export class FaultyLog implements LogTransport {
  readonly partitions: number;
  readonly #inner: MemoryLog;
  readonly #faults: Faults;
  #whenBack: (() => void)[] = [];
  #crashed = false;

  constructor(inner: MemoryLog, faults: Faults) {
    this.partitions = inner.partitions;
    this.#inner = inner;
    this.#faults = faults;
  }

  isWritable(): boolean {
    return !this.#faults.isAway();
  }

  append(channel: LogChannel, partition: number, batches: readonly LogBatch[]): Promise<void> | undefined {
    const fate = this.#faults.fate();
    if (isTidingsError(fate)) return Promise.reject(fate);
    const texts = batches.map(({ events }) => batchText(events));
    for (const text of texts) this.#faults.sent(channel.name, text);
    if (fate !== 'corrupt') return this.#inner.append(channel, partition, batches);
    const broken = texts.map((text) => ({ events: [text.slice(0, text.length >> 1)] }));
    return this.#inner.append(channel, partition, broken);
  }

  async join(channel: LogChannel, options: JoinOptions, sink: LogSink): Promise<LogMember> {
    await this.#there();
    const member = await this.#inner.join(channel, options, this.#heard(sink));
    const unlessCrashed = async <T>(otherwise: T, then: () => Promise<T>): Promise<T> => {
      await this.#there();
      return this.#crashed ? otherwise : then();
    };
    return {
      ...member,
      take: (maxEvents) => unlessCrashed([], () => member.take(maxEvents)),
      settle: (entry, settlement) => unlessCrashed(false, () => member.settle(entry, settlement)),
    };
  }

  async read(channel: LogChannel, start: LogStart, sink: LogSink): Promise<LogReader> {
    await this.#there();
    const reader = await this.#inner.read(channel, start, this.#heard(sink));
    return {
      ...reader,
      take: async (maxEvents) => {
        await this.#there();
        return this.#crashed ? [] : reader.take(maxEvents);
      },
    };
  }

  groups(channel: LogChannel): Promise<readonly LogGroup[]> {
    return this.#there().then(() => this.#inner.groups(channel));
  }

  resetGroup(channel: LogChannel, group: string, start: LogStart): Promise<void> {
    return this.#there().then(() => this.#inner.resetGroup(channel, group, start));
  }

  deleteGroup(channel: LogChannel, group: string): Promise<boolean> {
    return this.#there().then(() => this.#inner.deleteGroup(channel, group));
  }

  deadLetters(channel: LogChannel, query: DeadLetterQuery): Promise<readonly DeadLetterEntry[]> {
    return this.#there().then(() => this.#inner.deadLetters(channel, query));
  }

  redrive(channel: LogChannel, ids: readonly string[]): Promise<number> {
    return this.#there().then(() => this.#inner.redrive(channel, ids));
  }

  discard(channel: LogChannel, ids: readonly string[]): Promise<number> {
    return this.#there().then(() => this.#inner.discard(channel, ids));
  }

  /** Whoever waited for it goes on. */
  back(): void {
    const waiting = this.#whenBack;
    this.#whenBack = [];
    for (const resolve of waiting) resolve();
  }

  /** As if the process had ended. */
  crash(): void {
    this.#crashed = true;
    this.#inner.crash();
    this.back();
  }

  #there(): Promise<void> {
    if (!this.#faults.isAway() || this.#crashed) return Promise.resolve();
    return new Promise((resolve) => this.#whenBack.push(resolve));
  }

  #heard(sink: LogSink): LogSink {
    const unlessCrashed =
      <A extends readonly unknown[]>(tell: (...about: A) => void) =>
      (...about: A): void => {
        if (!this.#crashed) tell(...about);
      };
    return {
      available: unlessCrashed(() => sink.available()),
      lost: unlessCrashed((partition: number | undefined) => sink.lost(partition)),
      revoked: unlessCrashed((partition: number) => sink.revoked(partition)),
      reset: unlessCrashed((partition: number) => sink.reset(partition)),
      failed: unlessCrashed((error: unknown) => sink.failed(error)),
    };
  }
}
