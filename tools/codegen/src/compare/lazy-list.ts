/**
 * A list whose items are made when somebody asks for them, each once. While one is being made, the list ends there for whoever asks;
 * a list that has nothing for that reason is tried again once that one is made.
 */
export class LazyList<T> implements Iterable<T> {
  /** The list that was asked last while it was making an item. */
  static #asked: LazyList<unknown> | undefined;

  readonly #make: () => Iterable<T>;
  readonly #made: T[] = [];
  #source: Iterator<T> | undefined;
  #isMaking = false;
  #isComplete = false;
  #waitsFor: LazyList<unknown> | undefined;

  constructor(make: () => Iterable<T>) {
    this.#make = make;
  }

  /** One of them; undefined beyond the end. */
  at(index: number): T | undefined {
    while (this.#made.length <= index && this.#makeNext()) {}
    return this.#made[index];
  }

  /** One of them; the last one beyond the end, undefined only if there is none. */
  nearest(index: number): T | undefined {
    return this.at(index) ?? this.#made.at(-1);
  }

  /** The first of them, if there are so many. */
  first(count: number): readonly T[] {
    if (count > 0) this.at(count - 1);
    return this.#made.slice(0, count);
  }

  *[Symbol.iterator](): Generator<T> {
    for (let index = 0; index < this.#made.length || this.#makeNext(); index += 1) yield this.#made[index] as T;
  }

  #makeNext(): boolean {
    if (this.#isComplete) return false;
    const busy: LazyList<unknown> = this.#isMaking ? this : (this.#waitsFor ?? this);
    if (busy.#isMaking) {
      LazyList.#asked = busy;
      return false;
    }
    const askedBefore = LazyList.#asked;
    LazyList.#asked = undefined;
    this.#isMaking = true;
    try {
      this.#source ??= this.#make()[Symbol.iterator]();
      const next = this.#source.next();
      if (next.done !== true) this.#made.push(next.value);
      else this.#end(LazyList.#asked);
      return next.done !== true;
    } finally {
      this.#isMaking = false;
      LazyList.#asked ??= askedBefore;
    }
  }

  /** @param asked A list that could not say all on the way to the end. */
  #end(asked: LazyList<unknown> | undefined): void {
    this.#waitsFor = this.#made.length > 0 || asked === this ? undefined : asked;
    this.#isComplete = this.#waitsFor === undefined;
    this.#source = undefined;
  }
}

/** What becomes of some values. */
export function* mapped<T, U>(values: Iterable<T>, become: (value: T) => U): Generator<U> {
  for (const value of values) yield become(value);
}

/** Some values after others. */
export function flat<T>(lists: Iterable<Iterable<T>>): Generator<T> {
  return flatMapped(lists, (list) => list);
}

/** What becomes of some values, one after the other. */
export function* flatMapped<T, U>(values: Iterable<T>, become: (value: T) => Iterable<U>): Generator<U> {
  for (const value of values) yield* become(value);
}

/** The first of some values. */
export function* take<T>(count: number, values: Iterable<T>): Generator<T> {
  if (count <= 0) return;
  let left = count;
  for (const value of values) {
    yield value;
    left -= 1;
    if (left === 0) return;
  }
}

/** The values that are told apart by something, once each. */
export function* distinct<T>(values: Iterable<T>, by: (value: T) => unknown): Generator<T> {
  const seen = new Set<unknown>();
  for (const value of values) {
    const key = by(value);
    if (seen.has(key)) continue;
    seen.add(key);
    yield value;
  }
}

/** The first of each, then the second of each, and so on. */
export function* inTurn<T>(lists: Iterable<Iterable<T>>): Generator<T> {
  const left: Iterator<T>[] = [];
  for (const list of lists) {
    const iterator = list[Symbol.iterator]();
    const next = iterator.next();
    if (next.done === true) continue;
    left.push(iterator);
    yield next.value;
  }
  while (left.length > 0) {
    for (const iterator of left.splice(0)) {
      const next = iterator.next();
      if (next.done === true) continue;
      left.push(iterator);
      yield next.value;
    }
  }
}
