import { PairMap } from './pair-map.js';

/** What pairs are taken for, and what comes of them. */
export interface PairTableOptions<R> {
  /** What a pair is taken for while it is being looked at: the best that may come of it. */
  readonly granted: R;
  /** Whether it holds whatever was taken for granted on the way to it. */
  readonly isSure: (found: R) => boolean;
}

/**
 * What is found out about pairs, once each, where a pair may be within itself.
 *
 * Within itself a pair is taken for granted. What rests on that is kept for as long as the pair is open: it holds if the pair
 * turns out as granted, and has to be found out again if not.
 */
export class PairTable<K, R> {
  readonly #granted: R;
  readonly #isSure: (found: R) => boolean;
  readonly #entries = new PairMap<K, Entry<R>>();
  /** Pairs that are being looked at, outermost first. */
  readonly #open: OpenPair[] = [];
  /** What rests on pairs that are open, in the order in which it was found. */
  readonly #resting: Resting<K, R>[] = [];

  constructor({ granted, isSure }: PairTableOptions<R>) {
    this.#granted = granted;
    this.#isSure = isSure;
  }

  /** What is known of a pair, or what comes of looking at it. */
  find(one: K, other: K, look: () => R): R {
    const known = this.#entries.get(one, other);
    if (known === undefined) return this.#look(one, other, look);
    this.#restOn(known.depth);
    if (known.found !== undefined) return known.found.value;
    const open = this.#open[known.depth];
    if (open !== undefined) open.isAssumed = true;
    return this.#granted;
  }

  #look(one: K, other: K, look: () => R): R {
    const depth = this.#open.length;
    const pair: OpenPair = { isAssumed: false, lowest: settled };
    const entry: Entry<R> = { depth, found: undefined };
    const first = this.#resting.length;
    this.#open.push(pair);
    this.#entries.set(one, other, entry);
    try {
      entry.found = { value: look() };
    } finally {
      this.#open.pop();
      if (entry.found === undefined) this.#giveUp(first, () => true);
      if (entry.found === undefined) this.#entries.delete(one, other);
    }
    const { value } = entry.found;
    const isAsGranted = value === this.#granted;
    if (pair.lowest >= depth) {
      if (isAsGranted) for (const { entry: resting } of this.#resting.splice(first)) resting.depth = settled;
      else this.#giveUp(first, () => true);
      entry.depth = settled;
      return value;
    }
    if (pair.isAssumed && !isAsGranted) this.#giveUp(first, (found) => found === this.#granted);
    // What rested on this one rests on what this one rests on.
    for (const { entry: resting } of this.#resting.slice(first)) resting.depth = Math.min(resting.depth, pair.lowest);
    entry.depth = this.#isSure(value) ? settled : pair.lowest;
    if (entry.depth < settled) this.#resting.push({ one, other, entry });
    this.#restOn(pair.lowest);
    return value;
  }

  #restOn(depth: number): void {
    const innermost = this.#open.at(-1);
    if (innermost !== undefined) innermost.lowest = Math.min(innermost.lowest, depth);
  }

  /** Forgets what rested on a pair that turned out otherwise. */
  #giveUp(first: number, isLost: (found: R | undefined) => boolean): void {
    for (const resting of this.#resting.splice(first)) {
      if (isLost(resting.entry.found?.value)) this.#entries.delete(resting.one, resting.other);
      else this.#resting.push(resting);
    }
  }
}

/** Deeper than any pair: what rests on none. */
const settled = Number.POSITIVE_INFINITY;

interface OpenPair {
  /** Whether it was met within itself. */
  isAssumed: boolean;
  /** The outermost pair that what was found within it rests on. */
  lowest: number;
}

interface Entry<R> {
  /** How far out lies what it rests on: itself, while it is open. */
  depth: number;
  /** Absent while it is open. */
  found: { readonly value: R } | undefined;
}

interface Resting<K, R> {
  readonly one: K;
  readonly other: K;
  readonly entry: Entry<R>;
}
