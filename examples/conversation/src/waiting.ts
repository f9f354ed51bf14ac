interface Wait {
  check(): void;
  reject(failure: Error): void;
}

/** Waits for what the messages of other processes bring about. */
export class Waiting {
  readonly #waits = new Set<Wait>();
  #failure: Error | undefined;

  /** Something may have come true. */
  changed(): void {
    for (const { check } of this.#waits) check();
  }

  /** Nothing more will come true. */
  fail(failure: Error): void {
    this.#failure ??= failure;
    for (const { reject } of this.#waits) reject(this.#failure);
  }

  /**
   * Resolves with whether the condition holds: true as soon as it does, false after so many milliseconds.
   *
   * @throws what `fail` was called with
   */
  async until(condition: () => boolean, withinMs: number): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait: Wait | undefined;
    try {
      return await new Promise<boolean>((resolve, reject) => {
        wait = { reject, check: () => (condition() ? resolve(true) : undefined) };
        this.#waits.add(wait);
        if (this.#failure !== undefined) reject(this.#failure);
        wait.check();
        timer = setTimeout(() => resolve(false), withinMs);
      });
    } finally {
      clearTimeout(timer);
      if (wait !== undefined) this.#waits.delete(wait);
    }
  }
}
