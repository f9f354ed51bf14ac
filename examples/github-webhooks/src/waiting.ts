import { RunFailure } from './run-failure.js';

interface Wait {
  check(): void;
  reject(failure: Error): void;
}

/** Waits for what the messages of other processes bring about. */
export class Waiting {
  readonly #waits = new Set<Wait>();
  readonly #listeners: (() => void)[] = [];
  #failure: Error | undefined;

  /** Calls a listener whenever something may have come true. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Something may have come true. */
  changed(): void {
    for (const listener of this.#listeners) listener();
    for (const { check } of this.#waits) check();
  }

  /** Nothing more will come true. */
  fail(failure: Error): void {
    this.#failure ??= failure;
    for (const { reject } of this.#waits) reject(this.#failure);
  }

  /**
   * Resolves once the condition holds.
   *
   * @param deadline Without one it waits as long as it takes.
   * @throws what `fail` was called with, or RunFailure at the deadline
   */
  async until(condition: () => boolean, deadline?: { readonly what: string; readonly ms: number }): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait: Wait | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        wait = { reject, check: () => (condition() ? resolve() : undefined) };
        this.#waits.add(wait);
        if (this.#failure !== undefined) reject(this.#failure);
        wait.check();
        if (deadline === undefined) return;
        const { what, ms } = deadline;
        timer = setTimeout(() => reject(new RunFailure(`After ${ms / 1_000} s ${what}`)), ms);
      });
    } finally {
      clearTimeout(timer);
      if (wait !== undefined) this.#waits.delete(wait);
    }
  }
}
