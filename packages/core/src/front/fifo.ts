/** First in, first out: adds and takes in constant time, and holds nothing that was taken. */
export class Fifo<T> {
  #items: (T | undefined)[] = [];
  #head = 0;

  get size(): number {
    return this.#items.length - this.#head;
  }

  /** What `shift` would give; undefined if there is nothing. */
  get first(): T | undefined {
    return this.#items[this.#head];
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    const item = this.#items[this.#head];
    if (item === undefined) return undefined;
    this.#items[this.#head] = undefined;
    this.#head += 1;
    if (this.#head === this.#items.length) {
      this.#items = [];
      this.#head = 0;
    } else if (this.#head > 1_024 && this.#head * 2 > this.#items.length) {
      // Only now and then: moving all at each step would cost all that wait.
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }

  /** Removes what does not pass; returns how many that were. */
  keep(test: (item: T) => boolean): number {
    const before = this.size;
    this.#items = this.#items.slice(this.#head).filter((item) => item !== undefined && test(item));
    this.#head = 0;
    return before - this.size;
  }
}
