import { nowMs } from './clock.js';

const silenceMs = 3_000;

/** Counts what comes. */
export class Receipts {
  count = 0;
  /** When the last one came. */
  lastAt = 0;
  #expected = Number.POSITIVE_INFINITY;
  #complete: (() => void) | undefined;

  /** One came. */
  add(): void {
    this.count += 1;
    this.lastAt = nowMs();
    if (this.count >= this.#expected) this.#complete?.();
  }

  /** Resolves when so many have come, or none for three seconds. */
  async expect(count: number): Promise<void> {
    if (this.count >= count) return;
    this.#expected = count;
    let check: NodeJS.Timeout | undefined;
    const since = nowMs();
    await new Promise<void>((resolve) => {
      this.#complete = resolve;
      check = setInterval(() => {
        if (nowMs() - Math.max(since, this.lastAt) > silenceMs) resolve();
      }, 100);
    });
    clearInterval(check);
  }

  /** Begins anew. */
  clear(): void {
    this.count = 0;
    this.lastAt = 0;
    this.#expected = Number.POSITIVE_INFINITY;
  }
}
