/** What one subscriber received of one publisher on one channel. */
export class ReceivedStream {
  /** By number: how often. */
  readonly times: number[] = [];
  readonly told: number[] = [];
  received = 0;
  duplicates = 0;
  outOfOrder = 0;
  /** The highest number received; -1 if nothing was. */
  highest = -1;
  /** When the newest that was received was published. */
  newestSentAt: number = Number.NEGATIVE_INFINITY;
  readonly #arrivals: (readonly [sentAt: number, at: number])[] | undefined;

  /** @param keepsTimes Whether it can tell afterwards when events flowed. */
  constructor(keepsTimes: boolean) {
    this.#arrivals = keepsTimes ? [] : undefined;
  }

  take(n: number, sentAt: number, at: number): void {
    const before = this.times[n] ?? 0;
    this.times[n] = before + 1;
    this.received += 1;
    if (before > 0) this.duplicates += 1;
    if (n < this.highest) this.outOfOrder += 1;
    this.highest = Math.max(this.highest, n);
    this.newestSentAt = Math.max(this.newestSentAt, sentAt);
    this.#arrivals?.push([sentAt, at]);
  }

  /** How long events took that were published in [from, to). */
  latencies(from: number, to: number): readonly number[] {
    return (this.#arrivals ?? []).flatMap(([sentAt, at]) => (sentAt >= from && sentAt < to ? [at - sentAt] : []));
  }

  /** When the first event came that was published then or later; undefined if none did. */
  flowedAt(since: number): number | undefined {
    return this.#arrivals?.find(([sentAt]) => sentAt >= since)?.[1];
  }
}
