import type { JsonValue } from '../model/json-value.js';
import type { SchemaForm } from '../model/schema-form.js';
import { mayBeAbsent } from '../validate/absence.js';
import { allOf, type Finding, within } from './inclusion.js';
import { LazyList } from './lazy-list.js';
import type { PartComparison } from './part-comparison.js';
import type { BareForm } from './wire-options.js';

type Tuple = Extract<BareForm, { kind: 'tuple' }>;

/** Lists whose elements may be one thing, read as lists of another. `least`: how long the writer's are at least. */
export function arrayInArray(parts: PartComparison, writer: SchemaForm, reader: SchemaForm, least: number): Finding {
  const length = Math.min(Math.max(least, 1), longestList);
  return within(parts.compare(writer, reader), '[]', (value) => [Array.from({ length }, () => value)]);
}

/** A list that has to be longer is not made for trying. */
const longestList = 10_000;

/** Lists read as tuples. `length`: how long the writer's are. */
export function arrayInTuple(
  parts: PartComparison,
  element: SchemaForm,
  { items, rest }: Tuple,
  { least, most }: { readonly least: number; readonly most: number },
): Finding {
  const needed = items.filter((item) => mayBeAbsent(item, parts.reader) === undefined).length;
  const lists = (length: number, value?: JsonValue): readonly JsonValue[] => {
    if (length > longestList) return [];
    const filling = value ?? parts.samples(element).at(0) ?? null;
    return [Array.from({ length }, () => filling)];
  };
  const at = (form: SchemaForm, index: number): Finding =>
    within(parts.compare(element, form), `[${index}]`, (value) => lists(Math.max(least, index + 1), value));
  const findings = items.slice(0, Math.min(most, items.length)).map(at);
  if (least < needed) {
    const reason = `only ${least} of ${needed} items need be there`;
    findings.unshift({ verdict: 'no', path: `[${least}]`, reason, values: new LazyList(() => lists(least)) });
  }
  if (most <= items.length) return allOf(findings);
  if (rest !== undefined) return allOf([...findings, at(rest, items.length)]);
  const reason = `there may be more than ${items.length} items`;
  const values = new LazyList(() => lists(Math.max(least, items.length + 1)));
  return allOf([...findings, { verdict: 'no', path: `[${items.length}]`, reason, values }]);
}

/** Tuples read as lists. */
export function tupleInArray(parts: PartComparison, { items, rest }: Tuple, element: SchemaForm): Finding {
  return allOf([
    ...items.map((item, index) => itemIn(parts, item, element, items, index)),
    ...(rest === undefined ? [] : [itemIn(parts, rest, element, items, items.length)]),
  ]);
}

/** Tuples read as tuples. */
export function tupleInTuple(parts: PartComparison, writer: Tuple, reader: Tuple): Finding {
  const { items, rest } = writer;
  const needed = reader.items.filter((item) => mayBeAbsent(item, parts.reader) === undefined).length;
  const given = items.filter((item) => mayBeAbsent(item, parts.writer) === undefined).length;
  const findings = items.map((item, index): Finding => {
    const other = reader.items[index] ?? reader.rest;
    return other === undefined ? tooMany(parts, items, index, item) : itemIn(parts, item, other, items, index);
  });
  if (given < needed) findings.unshift(tooFew(parts, items, given, needed));
  if (rest === undefined) return allOf(findings);
  const beyond = reader.items.slice(items.length).map((item) => itemIn(parts, rest, item, items, items.length));
  const more =
    reader.rest === undefined
      ? tooMany(parts, items, Math.max(items.length, reader.items.length), rest)
      : itemIn(parts, rest, reader.rest, items, items.length);
  return allOf([...findings, ...beyond, more]);
}

function itemIn(
  parts: PartComparison,
  writer: SchemaForm,
  reader: SchemaForm,
  items: readonly SchemaForm[],
  index: number,
): Finding {
  return within(parts.compare(writer, reader), `[${index}]`, (value) => {
    const all = items.map((item) => parts.samples(item).at(0) ?? null);
    all[index] = value;
    return [all];
  });
}

function tooFew(parts: PartComparison, items: readonly SchemaForm[], given: number, needed: number): Finding {
  return {
    verdict: 'no',
    path: `[${given}]`,
    reason: `only ${given} of ${needed} items need be there`,
    values: new LazyList(() => [items.slice(0, given).map((item) => parts.samples(item).at(0) ?? null)]),
  };
}

function tooMany(parts: PartComparison, items: readonly SchemaForm[], count: number, extra: SchemaForm): Finding {
  const values = new LazyList(() => [
    Array.from({ length: count + 1 }, (_, index) => parts.samples(items[index] ?? extra).at(0) ?? null),
  ]);
  return { verdict: 'no', path: `[${count}]`, reason: `there may be more than ${count} items`, values };
}
