import { TidingsError } from '../errors/tidings-error.js';
import type { Clock } from './clock.js';
import { Deadlines, type Expiring } from './deadlines.js';

interface Waiting extends Expiring {
  settled: boolean;
  letGo(): void;
}

/** Waits for answers of a transport that may never come: no longer than told, and no longer than anybody cares. */
export class BoundedWait {
  readonly #deadlines: Deadlines;
  readonly #waiting = new Set<Waiting>();
  readonly #tooLate: string;
  readonly #problem: () => TidingsError | undefined;

  /**
   * @param tooLate What to say when the time is up.
   * @param problem What the answers are waiting for, if that is known.
   */
  constructor(clock: Clock, timeoutMs: number, tooLate: string, problem: () => TidingsError | undefined) {
    this.#deadlines = new Deadlines(clock, timeoutMs);
    this.#tooLate = tooLate;
    this.#problem = problem;
  }

  /** Settles as the promise does; rejects with `timed_out` when the time is up; resolves when all are let go. */
  for(pending: Promise<unknown>): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        settled: false,
        letGo: resolve,
        expire: () => reject(this.#timedOut()),
      };
      this.#waiting.add(waiting);
      this.#deadlines.add(waiting);
      pending
        .then(() => waiting.letGo(), reject)
        .finally(() => {
          waiting.settled = true;
          this.#waiting.delete(waiting);
        });
    });
  }

  #timedOut(): TidingsError {
    const problem = this.#problem();
    const message = problem === undefined ? this.#tooLate : `${this.#tooLate}: ${problem.message}`;
    return new TidingsError('timed_out', message, { cause: problem });
  }

  /** Nobody cares any more. */
  letGo(): void {
    for (const waiting of this.#waiting) waiting.letGo();
    this.#waiting.clear();
    this.#deadlines.clear();
  }
}
