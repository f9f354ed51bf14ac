/** How many publishers a channel's tracker remembers. Forgetting one only resets its baseline. */
const mostPublishers = 1_024;

interface Known {
  readonly epoch: string;
  /** The number of its newest event. */
  last: number;
}

/** Notices missing numbers in what one channel receives, publisher by publisher. */
export class SequenceTracker {
  readonly #known = new Map<string, Known>();
  /** Whose event came last: the next is nearly always of the same publisher. */
  #latest: Known | undefined;

  /** How many events of this publisher are missing before this one. The first sight of a publisher is a baseline. */
  missingBefore(epoch: string, sequence: number): number {
    const known = this.#latest?.epoch === epoch ? this.#latest : this.#known.get(epoch);
    if (known === undefined) {
      this.#meet({ epoch, last: sequence });
      return 0;
    }
    this.#latest = known;
    if (sequence <= known.last) return 0;
    const missing = sequence - known.last - 1;
    known.last = sequence;
    return missing;
  }

  #meet(known: Known): void {
    if (this.#known.size >= mostPublishers) this.#forgetOldest();
    this.#known.set(known.epoch, known);
    this.#latest = known;
  }

  #forgetOldest(): void {
    for (const epoch of this.#known.keys()) {
      this.#known.delete(epoch);
      return;
    }
  }
}
