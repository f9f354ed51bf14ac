import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogEntry } from '@tidings/core/transport';

/** What a partition hands out. */
export interface Supply {
  readonly entries: readonly LogEntry[];
  /** Whether there may be more. */
  readonly more: boolean;
}

/** A partition that is read. */
export interface IntakeSource {
  readonly partition: number;
  /** Whether it may be asked at all now. */
  readonly ready: boolean;
  /** Asks for entries with about so many events. */
  ask(maxEvents: number): Promise<Supply>;
}

interface Asked {
  readonly source: IntakeSource;
  readonly budget: number;
}

/** How long a partition that failed is left alone, in milliseconds. */
const restMs = 1_000;

/** Reads several partitions side by side, each in its order, so that one whose server is away holds up no other. */
export class Intake {
  readonly #sources: readonly IntakeSource[];
  readonly #failed: (error: unknown) => void;
  /** Those that may have something. */
  readonly #hungry = new Set<IntakeSource>();
  readonly #asked = new Map<IntakeSource, Asked>();
  /** Given away or lost since the take under way began. */
  readonly #dropped = new Set<number>();
  #arrived: LogEntry[] = [];
  #turn = 0;
  #wake: (() => void) | undefined;
  #ended = false;

  constructor(sources: readonly IntakeSource[], failed: (error: unknown) => void) {
    this.#sources = sources;
    this.#failed = failed;
  }

  /** A partition may have something. */
  news(source: IntakeSource): void {
    this.#hungry.add(source);
    this.#wake?.();
  }

  /**
   * What was handed out by a partition and not passed on yet is not to be passed on. The take that is under way brings nothing
   * more of it: whoever asked could not tell what it has given away from what came to it again.
   */
  drop(partition: number): void {
    this.#arrived = this.#arrived.filter((entry) => entry.partition !== partition);
    this.#dropped.add(partition);
    this.#wake?.();
  }

  /** What arrives from now on is nobody's, and who waits gets nothing. */
  end(): void {
    this.#ended = true;
    this.#arrived = [];
    this.#wake?.();
  }

  /** Waits for what was asked. Empty if nothing is to be had. */
  async take(maxEvents: number): Promise<readonly LogEntry[]> {
    this.#dropped.clear();
    while (!this.#ended) {
      this.#ask(maxEvents);
      if (this.#arrived.length > 0) {
        // What was asked at the same time arrives at the same time.
        if (this.#asked.size > 0) await nextTurn();
        const arrived = this.#arrived;
        this.#arrived = [];
        if (arrived.length > 0) return arrived;
        continue;
      }
      if (this.#asked.size === 0 || this.#isForTheNext()) return [];
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
    return [];
  }

  #ask(maxEvents: number): void {
    const candidates = this.#candidates();
    let left = maxEvents - this.#arrived.length;
    for (const { budget } of this.#asked.values()) left -= budget;
    const asked = candidates.slice(0, Math.max(0, left));
    for (const [at, source] of asked.entries()) {
      const budget = Math.max(1, Math.floor(left / (asked.length - at)));
      left -= budget;
      void this.#askOne(source, budget);
    }
  }

  /** Whether there is something that this take must not bring. */
  #isForTheNext(): boolean {
    return [...this.#hungry].some((source) => source.ready && this.#dropped.has(source.partition));
  }

  /** Each time another one is the first. */
  #candidates(): readonly IntakeSource[] {
    if (this.#hungry.size === 0) return [];
    const count = this.#sources.length;
    this.#turn = (this.#turn + 1) % count;
    const inTurn = Array.from({ length: count }, (_, at) => this.#sources[(this.#turn + at) % count] as IntakeSource);
    return inTurn.filter(
      (source) =>
        this.#hungry.has(source) && source.ready && !this.#asked.has(source) && !this.#dropped.has(source.partition),
    );
  }

  async #askOne(source: IntakeSource, budget: number): Promise<void> {
    this.#asked.set(source, { source, budget });
    this.#hungry.delete(source);
    try {
      const { entries, more } = await source.ask(budget);
      if (more) this.#hungry.add(source);
      if (!this.#ended) this.#arrived.push(...entries);
    } catch (error) {
      if (this.#ended) return;
      this.#failed(error);
      setTimeout(() => this.news(source), restMs).unref();
    } finally {
      this.#asked.delete(source);
      this.#wake?.();
    }
  }
}
