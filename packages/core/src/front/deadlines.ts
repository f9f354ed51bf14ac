import type { Clock } from './clock.js';

/** Something that has to be over in time. */
export interface Expiring {
  /** Over: its deadline no longer matters. */
  readonly settled: boolean;
  /** Called when its deadline passes and it is not over. */
  expire(): void;
}

/**
 * Deadlines that are all the same distance away: so they fall due in the order in which they were set, and one timer
 * serves them all.
 */
export class Deadlines {
  readonly #clock: Clock;
  readonly #afterMs: number;
  #entries: { readonly at: number; readonly what: Expiring }[] = [];
  #first = 0;
  #timer: unknown;

  constructor(clock: Clock, afterMs: number) {
    this.#clock = clock;
    this.#afterMs = afterMs;
  }

  /** Watches over something from now on. */
  add(what: Expiring): void {
    if (this.#afterMs === Number.POSITIVE_INFINITY) return;
    this.#entries.push({ at: this.#clock.now() + this.#afterMs, what });
    this.#skipSettled();
    if (this.#timer === undefined) this.#arm();
  }

  /** Forgets everything. */
  clear(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#entries = [];
    this.#first = 0;
  }

  #arm(): void {
    const next = this.#entries[this.#first];
    this.#timer =
      next === undefined
        ? undefined
        : this.#clock.setTimeout(() => this.#sweep(), Math.max(0, next.at - this.#clock.now()));
  }

  #sweep(): void {
    this.#timer = undefined;
    const now = this.#clock.now();
    for (let next = this.#entries[this.#first]; next !== undefined; next = this.#entries[this.#first]) {
      if (!next.what.settled && next.at > now) break;
      this.#first += 1;
      if (!next.what.settled) next.what.expire();
    }
    this.#compact();
    if (this.#timer === undefined) this.#arm();
  }

  #skipSettled(): void {
    while (this.#entries[this.#first]?.what.settled === true) this.#first += 1;
    this.#compact();
  }

  #compact(): void {
    if (this.#first < 64 || this.#first * 2 < this.#entries.length) return;
    this.#entries = this.#entries.slice(this.#first);
    this.#first = 0;
  }
}
