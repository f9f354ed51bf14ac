/** How many of a row of events have arrived, for whoever has to wait for them. */
export class Progress {
  readonly #stuckMs: number;
  #arrived = 0;
  #awaited = 0;
  #go: () => void = () => {};

  /** @param stuckMs After how long without a change waiting is given up. */
  constructor(stuckMs = 20_000) {
    this.#stuckMs = stuckMs;
  }

  /** How many have arrived. */
  get arrived(): number {
    return this.#arrived;
  }

  /** As many have arrived by now. */
  reached(count: number): void {
    this.#arrived = count;
    if (count >= this.#awaited) this.#go();
  }

  /**
   * Resolves when as many have arrived. One may wait at a time.
   *
   * @throws if they do not come, so that nothing is measured that lost some
   */
  async until(count: number): Promise<void> {
    while (this.#arrived < count) {
      const before = this.#arrived;
      if (!(await this.#waited(count)) && this.#arrived === before) {
        throw new Error(`${count - before} of ${count} events did not arrive within ${this.#stuckMs / 1_000} s`);
      }
    }
  }

  #waited(count: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), this.#stuckMs);
      this.#awaited = count;
      this.#go = () => {
        clearTimeout(timer);
        this.#go = () => {};
        resolve(true);
      };
    });
  }
}
