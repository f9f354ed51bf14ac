import { isSameJson } from '../model/same-json.js';
import { type Conjunction, type Conjunctions, together } from './conjunction.js';
import { requiredIn, schemasOfProperty } from './object-properties.js';
import { commonTypes, valuesNamed } from './value-types.js';

/** Whether no value fits two of some schemas. It says so only where it is certain. */
export function areDisjoint(all: readonly Conjunction[], conjunctions: Conjunctions): boolean {
  const search = new DisjointSearch(conjunctions);
  return all.every((one, index) => all.slice(index + 1).every((other) => search.are(one, other, deepest)));
}

/** So deep are properties looked into. */
const deepest = 3;

/** A schema is not taken apart into more alternatives than this. */
const mostAlternatives = 64;

/** Looks for what tells schemas apart, and keeps what it made on the way. */
class DisjointSearch {
  readonly #conjunctions: Conjunctions;
  readonly #alternatives = new WeakMap<Conjunction, readonly Conjunction[]>();
  readonly #properties = new WeakMap<Conjunction, Map<string, Conjunction>>();
  readonly #required = new WeakMap<Conjunction, readonly string[]>();

  constructor(conjunctions: Conjunctions) {
    this.#conjunctions = conjunctions;
  }

  are(one: Conjunction, other: Conjunction, depth: number): boolean {
    if (commonTypes(one.types, other.types).length === 0) return true;
    const [all, others] = [this.#alternativesOf(one), this.#alternativesOf(other)];
    return all.every((each) => others.every((another) => this.#alternativesAre(each, another, depth)));
  }

  #alternativesAre(one: Conjunction, other: Conjunction, depth: number): boolean {
    const types = commonTypes(one.types, other.types);
    if (types.length === 0 || isNothing(one) || isNothing(other)) return true;
    const [values, others] = [valuesOf(one), valuesOf(other)];
    if (values !== undefined && others !== undefined) {
      return !values.some((value) => others.some((another) => isSameJson(value, another)));
    }
    return depth > 0 && types.every((type) => type === 'object') && this.#differInProperty(one, other, depth);
  }

  /** A property that one of them needs, and that can't be what both want. */
  #differInProperty(one: Conjunction, other: Conjunction, depth: number): boolean {
    const names = [...new Set([...this.#requiredOf(one), ...this.#requiredOf(other)])];
    const differ = (name: string, deep: number): boolean =>
      this.are(this.#property(one, name), this.#property(other, name), deep);
    // What tells schemas apart is plain, mostly, such as a tag.
    return names.some((name) => differ(name, 0)) || (depth > 1 && names.some((name) => differ(name, depth - 1)));
  }

  #alternativesOf(given: Conjunction): readonly Conjunction[] {
    const found = this.#alternatives.get(given) ?? this.#choose(given);
    this.#alternatives.set(given, found);
    return found;
  }

  #choose(given: Conjunction): readonly Conjunction[] {
    const { choices } = given;
    let all: readonly Conjunction[] = [{ ...given, choices: [] }];
    for (const { options } of choices) {
      if (all.length * options.length > mostAlternatives) continue;
      const parts = options.flatMap((option) => this.#alternativesOf(this.#conjunctions.of([option])));
      if (all.length * parts.length <= mostAlternatives) {
        all = all.flatMap((each) => parts.map((part) => together([each, part])));
      }
    }
    return all;
  }

  #property(given: Conjunction, name: string): Conjunction {
    const known = this.#properties.get(given) ?? new Map<string, Conjunction>();
    this.#properties.set(given, known);
    const found = known.get(name) ?? this.#conjunctions.of(given.own.flatMap((node) => schemasOfProperty(node, name)));
    known.set(name, found);
    return found;
  }

  #requiredOf(given: Conjunction): readonly string[] {
    const found = this.#required.get(given) ?? [...new Set(given.own.flatMap(requiredIn))];
    this.#required.set(given, found);
    return found;
  }
}

function isNothing({ own }: Conjunction): boolean {
  return own.some(({ schema }) => schema === false);
}

function valuesOf({ own }: Conjunction): readonly unknown[] | undefined {
  return own.map(valuesNamed).find((values) => values !== undefined);
}
