/** What belongs to pairs. Most things are in one pair or a few: a map for each would take more room than what is in it. */
export class PairMap<K, V> {
  readonly #numbers = new Map<K, number>();
  readonly #values = new Map<number, V>();

  get(one: K, other: K): V | undefined {
    const [first, second] = [this.#numbers.get(one), this.#numbers.get(other)];
    return first === undefined || second === undefined ? undefined : this.#values.get(first * most + second);
  }

  set(one: K, other: K, value: V): void {
    this.#values.set(this.#numberOf(one) * most + this.#numberOf(other), value);
  }

  delete(one: K, other: K): void {
    this.#values.delete(this.#numberOf(one) * most + this.#numberOf(other));
  }

  /** What belongs to a pair, made if it is not there. */
  once(one: K, other: K, make: () => V): V {
    const found = this.get(one, other);
    if (found !== undefined) return found;
    const made = make();
    this.set(one, other, made);
    return made;
  }

  #numberOf(one: K): number {
    const found = this.#numbers.get(one) ?? this.#numbers.size;
    if (found === this.#numbers.size) this.#numbers.set(one, found);
    return found;
  }
}

/** More things than a map can hold; a pair of their numbers is still an exact one. */
const most = 2 ** 26;
