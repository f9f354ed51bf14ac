/** Something happened to a file. */
export interface FileChange {
  readonly path: string;
  /** Whether the file is there now and was before. */
  readonly isEdit: boolean;
}

/** How long nothing must happen: editors save in several steps, and a branch switch touches many files. */
const quietMs = 50;

/** Gathers changes until somebody has time for them. */
export class ChangeQueue {
  #changes: FileChange[] = [];
  #wake: () => void = () => {};

  /** Takes note of a change. */
  add(change: FileChange): void {
    this.#changes.push(change);
    this.#wake();
  }

  /** Resolves with everything that has changed since the last call, once it has stopped for a moment; empty if aborted. */
  async next(signal: AbortSignal): Promise<readonly FileChange[]> {
    while (this.#changes.length === 0 && !signal.aborted) await this.#pause(undefined, signal);
    for (let seen = -1; seen !== this.#changes.length && !signal.aborted; ) {
      seen = this.#changes.length;
      await this.#pause(quietMs, signal);
    }
    const changes = this.#changes;
    this.#changes = [];
    return signal.aborted ? [] : changes;
  }

  /** Until something changes, some time has gone by, or it is over. */
  async #pause(atMostMs: number | undefined, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = atMostMs === undefined ? undefined : setTimeout(resolve, atMostMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      signal.addEventListener('abort', this.#wake, { once: true });
    });
    signal.removeEventListener('abort', this.#wake);
  }
}
