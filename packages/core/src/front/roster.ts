/** What can be in a roster, in one at a time. */
export interface Listed {
  /** Its place there: nobody else's business. */
  seat: number;
}

/**
 * Things that come and go all the time, in no order: adds, removes and finds in constant time. A set would make its table anew all
 * the time, and old tables keep what was in them from the collector of young objects.
 */
export class Roster<T extends Listed> implements Iterable<T> {
  readonly #seats: T[] = [];

  get size(): number {
    return this.#seats.length;
  }

  has(item: T): boolean {
    return this.#seats[item.seat] === item;
  }

  add(item: T): void {
    item.seat = this.#seats.length;
    this.#seats.push(item);
  }

  delete(item: T): boolean {
    if (!this.has(item)) return false;
    const last = this.#seats.pop() as T;
    if (last !== item) {
      this.#seats[item.seat] = last;
      last.seat = item.seat;
    }
    return true;
  }

  clear(): void {
    this.#seats.length = 0;
  }

  /** Those that are there now, whatever comes or goes meanwhile. */
  [Symbol.iterator](): IterableIterator<T> {
    return this.#seats.slice().values();
  }
}
