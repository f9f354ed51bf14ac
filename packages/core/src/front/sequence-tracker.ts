/** How many publishers a channel's tracker remembers. Forgetting one only resets its baseline. */
const mostPublishers = 1_024;

/** Notices missing numbers in what one channel receives, publisher by publisher. */
export class SequenceTracker {
  readonly #last = new Map<string, number>();

  /** How many events of this publisher are missing before this one. The first sight of a publisher is a baseline. */
  missingBefore(epoch: string, sequence: number): number {
    const last = this.#last.get(epoch);
    if (last === undefined) {
      if (this.#last.size >= mostPublishers) this.#forgetOldest();
      this.#last.set(epoch, sequence);
      return 0;
    }
    if (sequence <= last) return 0;
    this.#last.set(epoch, sequence);
    return sequence - last - 1;
  }

  #forgetOldest(): void {
    for (const epoch of this.#last.keys()) {
      this.#last.delete(epoch);
      return;
    }
  }
}
