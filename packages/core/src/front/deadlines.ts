import type { Clock } from './clock.js';

/** Something that has to be over in time. */
export interface Expiring {
  /** Over: its deadline no longer matters. */
  readonly settled: boolean;
  /** Called when its deadline passes and it is not over. */
  expire(): void;
}

const leastToTidy = 32;

/**
 * Deadlines that are all the same distance away: so they fall due in the order in which they were set, and one timer
 * serves them all.
 */
export class Deadlines {
  readonly #clock: Clock;
  readonly #afterMs: number;
  #entries: { at: number; readonly what: Expiring }[] = [];
  #tidyAt = leastToTidy;
  #timer: unknown;

  constructor(clock: Clock, afterMs: number) {
    this.#clock = clock;
    this.#afterMs = afterMs;
  }

  /** Watches over something from now on. */
  add(what: Expiring): void {
    if (this.#afterMs === Number.POSITIVE_INFINITY) return;
    if (this.#entries.length >= this.#tidyAt) this.#tidy();
    this.#entries.push({ at: this.#clock.now() + this.#afterMs, what });
    if (this.#timer === undefined) this.#arm();
  }

  /** Forgets everything. */
  clear(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#entries = [];
  }

  #arm(): void {
    const next = this.#entries[0];
    this.#timer =
      next === undefined
        ? undefined
        : this.#clock.setTimeout(() => this.#sweep(), Math.max(0, next.at - this.#clock.now()));
  }

  #sweep(): void {
    this.#timer = undefined;
    this.#tidy();
    const now = this.#clock.now();
    for (const entry of this.#entries) {
      // The clock was set back: what it says now is all there is to go by.
      if (entry.at > now + this.#afterMs) entry.at = now + this.#afterMs;
    }
    const due = this.#entries.filter(({ at }) => at <= now);
    this.#entries = this.#entries.filter(({ at }) => at > now);
    for (const { what } of due) if (!what.settled) what.expire();
    if (this.#timer === undefined) this.#arm();
  }

  /** Lets go of what is over, also behind something that is not: one that hangs must not hold all that came after it. */
  #tidy(): void {
    this.#entries = this.#entries.filter(({ what }) => !what.settled);
    this.#tidyAt = Math.max(leastToTidy, 2 * this.#entries.length);
  }
}
