import type { Note } from '../events/note.js';

const patienceMs = 10_000;

/** Counts what arrives, and adds up its numbers: nothing may be lost, come twice or be something else. */
export class Tally {
  #count = 0;
  #sum = 0;
  #expected = 0;
  #expectedSum = 0;
  #complete: (() => void) | undefined;

  /** For handlers. */
  readonly handled = (note: Note): void => {
    this.#count += 1;
    this.#sum += note.number;
    if (this.#count === this.#expected) this.#complete?.();
  };

  /** So many are to arrive besides, whose numbers sum up to this. */
  expect(count: number, sum: number): void {
    this.#expected += count;
    this.#expectedSum += sum;
  }

  /** Resolves when all has arrived that is expected. @throws Error if it does not arrive, or not only that */
  async complete(): Promise<void> {
    if (this.#count < this.#expected) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(this.#wrong()), patienceMs);
        this.#complete = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#complete = undefined;
    }
    if (this.#count !== this.#expected || this.#sum !== this.#expectedSum) throw this.#wrong();
  }

  #wrong(): Error {
    return new Error(
      `of ${this.#expected} events ${this.#count} arrived; their numbers sum up to ${this.#sum}, not ${this.#expectedSum}`,
    );
  }
}
