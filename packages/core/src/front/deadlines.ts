import type { Clock } from './clock.js';
import { Fifo } from './fifo.js';

/** Something that has to be over in time. */
export interface Expiring {
  /** Over: its deadline no longer matters. */
  readonly settled: boolean;
  /** Called when its deadline passes and it is not over. */
  expire(): void;
}

interface Deadline {
  at: number;
  readonly what: Expiring;
}

const leastToTidy = 32;

/**
 * Deadlines that are all the same distance away: so they fall due in the order in which they were set, and one timer
 * serves them all.
 */
export class Deadlines {
  readonly #clock: Clock;
  readonly #afterMs: number;
  readonly #entries = new Fifo<Deadline>();
  #tidyAt = leastToTidy;
  #timer: unknown;

  constructor(clock: Clock, afterMs: number) {
    this.#clock = clock;
    this.#afterMs = afterMs;
  }

  /** Watches over something from now on. */
  add(what: Expiring): void {
    if (this.#afterMs === Number.POSITIVE_INFINITY) return;
    if (this.#entries.size >= this.#tidyAt) this.#tidy();
    this.#entries.push({ at: this.#clock.now() + this.#afterMs, what });
    if (this.#timer === undefined) this.#arm();
  }

  /** Forgets everything. */
  clear(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#entries.keep(() => false);
  }

  #arm(): void {
    const next = this.#entries.first;
    this.#timer =
      next === undefined
        ? undefined
        : this.#clock.setTimeout(() => this.#sweep(), Math.max(0, next.at - this.#clock.now()));
  }

  #sweep(): void {
    this.#timer = undefined;
    const due = this.#takeDue(this.#clock.now());
    for (const what of due) if (!what.settled) what.expire();
    if (this.#timer === undefined) this.#arm();
  }

  /** What is due, off the front; the rest is not looked at, since very many may wait. */
  #takeDue(now: number): readonly Expiring[] {
    const due: Expiring[] = [];
    for (let next = this.#entries.first; next !== undefined; next = this.#entries.first) {
      // The clock was set back: what it says now is all there is to go by.
      if (next.at > now + this.#afterMs) next.at = now + this.#afterMs;
      if (next.at > now && !next.what.settled) break;
      due.push(next.what);
      this.#entries.shift();
    }
    return due;
  }

  /** Lets go of what is over, also behind something that is not: one that hangs must not hold all that came after it. */
  #tidy(): void {
    this.#entries.keep(({ what }) => !what.settled);
    this.#tidyAt = Math.max(leastToTidy, 2 * this.#entries.size);
  }
}
