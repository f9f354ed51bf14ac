/** Notes how long each event took. */
export class Latencies {
  #values: Float64Array<ArrayBuffer> = new Float64Array(1_024);
  #count = 0;

  /** @param us Microseconds. */
  add(us: number): void {
    if (this.#count === this.#values.length) {
      const more = new Float64Array(this.#count * 2);
      more.set(this.#values);
      this.#values = more;
    }
    this.#values[this.#count] = us;
    this.#count += 1;
  }

  clear(): void {
    this.#count = 0;
  }

  /** What half, 99 of 100 and 999 of 1,000 events took at most; nothing if there are none. */
  quantiles(): Readonly<Record<string, number>> {
    const sorted = this.#values.subarray(0, this.#count).toSorted();
    const of = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
    return sorted.length === 0 ? {} : { p50: of(0.5), p99: of(0.99), 'p99.9': of(0.999) };
  }
}
