/** Counts what has begun and is not over, so that closing can wait for it. */
export class PendingWork {
  #count = 0;
  #whenDone: (() => void)[] = [];

  get count(): number {
    return this.#count;
  }

  begin(count = 1): void {
    this.#count += count;
  }

  end(count = 1): void {
    this.#count -= count;
    if (this.#count > 0) return;
    const waiting = this.#whenDone;
    this.#whenDone = [];
    for (const resolve of waiting) resolve();
  }

  /** Resolves when nothing is left. */
  done(): Promise<void> {
    return this.#count === 0 ? Promise.resolve() : new Promise((resolve) => this.#whenDone.push(resolve));
  }
}
