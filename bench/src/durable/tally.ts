import type { Handled } from './messages.js';

/** Silence for this long means that nothing more comes. */
const silenceMs = 30_000;

/** Counts what all workers have handled, and holds that it was every order, once. */
export class Tally implements Disposable {
  /** Resolves once as many are handled as were published; rejects when no more come. */
  readonly complete: Promise<void>;
  readonly #orders: number;
  readonly #byWorker = new Map<number, Handled>();
  readonly #silence: NodeJS.Timeout;
  #resolve: () => void = () => {};

  constructor(orders: number) {
    this.#orders = orders;
    let giveUp: () => void = () => {};
    this.complete = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      giveUp = () => reject(new Error(`${this.#found()}, and no more came`));
    });
    this.#silence = setTimeout(giveUp, silenceMs);
  }

  /** Takes what a worker has handled so far. */
  take(worker: number, handled: Handled): void {
    this.#byWorker.set(worker, handled);
    this.#silence.refresh();
    if (this.#total().count >= this.#orders) this.#resolve();
  }

  /** @throws Error if an order was lost, or handled twice. */
  check(): void {
    const { count, sum } = this.#total();
    const exact = count === this.#orders && sum === (this.#orders * (this.#orders - 1)) / 2;
    if (!exact) throw new Error(`${this.#found()}: some were lost, or handled twice`);
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#silence);
  }

  #total(): Handled {
    const all = [...this.#byWorker.values()];
    return {
      count: all.reduce((total, { count }) => total + count, 0),
      sum: all.reduce((total, { sum }) => total + sum, 0),
    };
  }

  #found(): string {
    return `of ${this.#orders} orders ${this.#total().count} were handled`;
  }
}
