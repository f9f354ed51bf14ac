/** How many times in a row something may be done at once. */
const burst = 10;
/** How often it may be done in the long run, in milliseconds. */
const everyMs = 100;

/** Lets something be done at once a few times in a row, and then only so often: urgent, but never a busy loop. */
export class Pace {
  #credit = burst;
  #countedAt: number;

  constructor(now: number) {
    this.#countedAt = now;
  }

  /** Counts one more; tells how long to wait before it is done. */
  waitMs(now: number): number {
    this.#credit = Math.min(burst, this.#credit + Math.max(0, now - this.#countedAt) / everyMs) - 1;
    this.#countedAt = now;
    return this.#credit >= 0 ? 0 : Math.ceil(-this.#credit * everyMs);
  }
}
