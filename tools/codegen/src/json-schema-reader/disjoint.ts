import { isSameJson } from '../model/canonical-json.js';
import { type Conjunction, type Conjunctions, together } from './conjunction.js';
import { requiredIn, schemasOfProperty } from './object-properties.js';
import { commonTypes, valuesNamed } from './value-types.js';

/** Whether no value fits two of some schemas. It says so only where it is certain. */
export function areDisjoint(all: readonly Conjunction[], conjunctions: Conjunctions): boolean {
  return all.every((one, index) => all.slice(index + 1).every((other) => are(one, other, conjunctions, deepest)));
}

function are(one: Conjunction, other: Conjunction, conjunctions: Conjunctions, depth: number): boolean {
  const types = commonTypes(one.types, other.types);
  if (types.length === 0 || isNothing(one) || isNothing(other)) return true;
  const [values, others] = [valuesOf(one), valuesOf(other)];
  if (values !== undefined && others !== undefined) {
    return !values.some((value) => others.some((another) => isSameJson(value, another)));
  }
  if (depth === 0) return false;
  if (types.every((type) => type === 'object') && differInProperty(one, other, conjunctions, depth)) return true;
  return differByChoice(one, other, conjunctions, depth) || differByChoice(other, one, conjunctions, depth);
}

/** A property that one of them needs, and that can't be what both want. */
function differInProperty(one: Conjunction, other: Conjunction, conjunctions: Conjunctions, depth: number): boolean {
  const names = new Set([...one.own, ...other.own].flatMap(requiredIn));
  return [...names].some((name) => {
    const [mine, theirs] = [one, other].map(({ own }) =>
      conjunctions.of(own.flatMap((node) => schemasOfProperty(node, name))),
    );
    return mine !== undefined && theirs !== undefined && are(mine, theirs, conjunctions, depth - 1);
  });
}

function differByChoice(one: Conjunction, other: Conjunction, conjunctions: Conjunctions, depth: number): boolean {
  return one.choices.some((choice) => {
    const rest = { ...one, choices: one.choices.filter((each) => each !== choice) };
    return choice.options.every((option) =>
      are(together([rest, conjunctions.of([option])]), other, conjunctions, depth - 1),
    );
  });
}

function isNothing({ own, types }: Conjunction): boolean {
  return types.length === 0 || own.some(({ schema }) => schema === false);
}

/** So deep are properties looked into. */
const deepest = 5;

function valuesOf({ own }: Conjunction): readonly unknown[] | undefined {
  return own.map(valuesNamed).find((values) => values !== undefined);
}
