import type { Delivery } from './delivery.js';

/** A first-in-first-out queue of events that takes and gives in constant time. */
export class EventQueue {
  #items: Delivery[] = [];
  #first = 0;

  get size(): number {
    return this.#items.length - this.#first;
  }

  push(delivery: Delivery): void {
    this.#items.push(delivery);
  }

  shift(): Delivery | undefined {
    const item = this.#items[this.#first];
    if (item === undefined) return undefined;
    this.#first += 1;
    if (this.#first === this.#items.length) {
      this.#items = [];
      this.#first = 0;
    } else if (this.#first > 1_024 && this.#first * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#first);
      this.#first = 0;
    }
    return item;
  }

  /** Removes what does not pass; returns how many that were. */
  keep(test: (delivery: Delivery) => boolean): number {
    const before = this.size;
    this.#items = this.#items.slice(this.#first).filter(test);
    this.#first = 0;
    return before - this.size;
  }
}
