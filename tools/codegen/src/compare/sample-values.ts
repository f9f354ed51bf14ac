import type { JsonValue } from '../model/json-value.js';
import type { SchemaForm } from '../model/schema-form.js';
import { mayBeAbsent } from '../validate/absence.js';
import type { FormIndex } from '../validate/form-index.js';
import { verdictOf } from '../validate/validate.js';
import { commonTexts, formatSamples } from './format-samples.js';
import { distinct, inTurn, LazyList, mapped, take } from './lazy-list.js';
import { type Demand, type WireOption, wireOptions } from './wire-options.js';

/** So many values of a form are enough. */
const enough = 24;

/** Values that a form may be on the wire, the plainest first. Within itself, a form has none: so lists of itself are empty. */
export function sampleValues(form: SchemaForm, forms: FormIndex): LazyList<JsonValue> {
  const make = (): LazyList<JsonValue> => new LazyList(() => take(enough, samples(form, forms)));
  return forms.once<LazyList<JsonValue>>('samples', form, none, make);
}

const none = new LazyList<JsonValue>(() => []);

function* samples(form: SchemaForm, forms: FormIndex): Generator<JsonValue> {
  for (const value of take(4 * enough, unique(candidates(form, forms)))) {
    if (verdictOf(form, value, 'wire', forms) !== 'fails') yield value;
  }
}

function* candidates(form: SchemaForm, forms: FormIndex): Generator<JsonValue> {
  yield* form.examples ?? [];
  yield* inTurn(wireOptions(form, 'writer', forms).map((option) => sampleOption(option, forms)));
}

/** Values of one of the things that a form may be. */
export function sampleOption(option: WireOption, forms: FormIndex): Iterable<JsonValue> {
  if (option.kind === 'value') return [option.value as JsonValue];
  const { form, demands } = option;
  const inside: Inside = (child) => sampleValues(child, forms);
  switch (form.kind) {
    case 'string':
      return texts(form.format, demands);
    case 'template':
      return templates(form.parts, inside);
    case 'number':
      return numbers(demands);
    case 'unknown':
    case 'any':
    case 'json':
      return anything;
    case 'array':
      return lists(inside(form.element), demands);
    case 'tuple':
      return tuples(form, inside);
    case 'object':
      return objects(form, forms, inside);
    case 'record':
      return records(inside(form.key), inside(form.value));
    case 'intersection':
      return intersections(inside(form.left), inside(form.right));
    case 'union':
      return inTurn(form.options.map(inside));
    default:
      return [];
  }
}

/** Values of something inside. */
type Inside = (form: SchemaForm) => LazyList<JsonValue>;

/** Lengths at the edges of what is asked. */
function lengthsNear(demands: readonly Demand[]): readonly number[] {
  return demands.flatMap((demand) =>
    demand.check === 'minLength' || demand.check === 'maxLength' || demand.check === 'length'
      ? [demand.value, demand.value + 1, demand.value - 1]
      : [],
  );
}

/** A value of each type. */
export const anything: readonly JsonValue[] = ['a', 1, true, null, [], {}, { a: 1 }, [1], 0.5, ''];

function texts(format: string | undefined, demands: readonly Demand[]): readonly string[] {
  const formats = [format, ...demands.map((demand) => (demand.check === 'format' ? demand.format : undefined))];
  const ofFormat = formats.flatMap((name) => (name === undefined ? [] : (formatSamples[name] ?? [])));
  const part = (check: string): string => {
    const found = demands.find((demand) => demand.check === check);
    return found !== undefined && 'text' in found ? found.text : '';
  };
  const framed = (text: string): string => part('startsWith') + part('includes') + text + part('endsWith');
  const lengths = lengthsNear(demands);
  const long = lengths.filter((length) => length >= 0 && length <= 10_000).map((length) => 'a'.repeat(length));
  return [...unique([...ofFormat, framed(''), ...long, ...commonTexts.map(framed), ...commonTexts])];
}

function* templates(parts: readonly (SchemaForm | { readonly text: string })[], inside: Inside): Generator<string> {
  const choices = parts.map((part) => ('text' in part ? part.text : inside(part)));
  const isThere = (index: number): boolean =>
    choices.some((each) => typeof each !== 'string' && each.at(index) !== undefined);
  for (let index = 0; index < 8 && (index === 0 || isThere(index)); index += 1) {
    yield choices.map((each) => (typeof each === 'string' ? each : String(each.nearest(index) ?? ''))).join('');
  }
}

function numbers(demands: readonly Demand[]): readonly number[] {
  const bounds = demands.flatMap((demand) =>
    (demand.check === 'min' || demand.check === 'max') && typeof demand.value === 'number'
      ? [demand.value, demand.value + 1, demand.value - 1, demand.value + 0.5, demand.value - 0.5]
      : [],
  );
  const steps = demands.flatMap((demand) =>
    demand.check === 'multipleOf' && typeof demand.value === 'number'
      ? [demand.value, -demand.value, demand.value * 3]
      : [],
  );
  const usual = [
    1,
    0,
    -1,
    0.5,
    2,
    10,
    100,
    -0.5,
    2 ** 31,
    2 ** 32,
    -(2 ** 31) - 1,
    1e21,
    -1e21,
    2 ** 53,
    1e300,
    -1e300,
  ];
  return [...unique([...bounds, ...steps, ...usual])].filter(Number.isFinite);
}

function* lists(elements: LazyList<JsonValue>, demands: readonly Demand[]): Generator<JsonValue> {
  const lengths = lengthsNear(demands).filter((length) => length > 0);
  const least = Math.min(...lengths, Number.POSITIVE_INFINITY);
  const count = Number.isFinite(least) && least <= 1_000 ? least : 1;
  const padded = (element: JsonValue): readonly JsonValue[] => Array.from({ length: count }, () => element);
  yield* mapped(elements.first(1), padded);
  yield [];
  for (const length of new Set(lengths)) {
    const some = length <= 1_000 ? elements.first(length) : [];
    if (some.length > 0) yield Array.from({ length }, (_, index) => some[index % some.length] ?? null);
  }
  for (let index = 1; index < 12; index += 1) yield* mapped(elements.first(index + 1).slice(index), padded);
}

function* tuples({ items, rest }: Extract<SchemaForm, { kind: 'tuple' }>, inside: Inside): Generator<JsonValue> {
  const all = items.map(inside);
  const full = (index: number): readonly JsonValue[] => all.map((each) => each.nearest(index) ?? null);
  const plainest = full(0);
  yield plainest;
  for (let index = 1; index < 6 && all.some((each) => each.at(index) !== undefined); index += 1) yield full(index);
  if (rest !== undefined) yield* mapped(inside(rest).first(4), (each) => [...plainest, each]);
  for (let length = items.length - 1; length >= 0; length -= 1) yield plainest.slice(0, length);
}

function* records(keys: LazyList<JsonValue>, values: LazyList<JsonValue>): Generator<JsonValue> {
  yield {};
  for (const key of take(6, keys)) yield* mapped(take(4, values), (value) => ({ [String(key)]: value }));
}

function* intersections(lefts: LazyList<JsonValue>, rights: LazyList<JsonValue>): Generator<JsonValue> {
  for (const left of lefts) {
    yield left;
    yield* mapped(rights, (right) => joined(left, right));
  }
}

function* objects(
  { properties, rest }: Extract<SchemaForm, { kind: 'object' }>,
  forms: FormIndex,
  inside: Inside,
): Generator<JsonValue> {
  const fields = properties
    .filter(({ name }) => name !== '__proto__')
    .map(({ name, schema }) => ({
      name,
      values: inside(schema),
      isOptional: mayBeAbsent(schema, forms) !== undefined,
    }));
  const made = (index: number, some = fields): Record<string, JsonValue> =>
    Object.fromEntries(
      some.flatMap(({ name, values }) => {
        const value = values.nearest(index);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  yield made(0);
  const least = made(
    0,
    fields.filter(({ isOptional }) => !isOptional),
  );
  yield least;
  if (rest !== 'strip' && rest !== 'strict') {
    const strange = take(4, rest === 'loose' ? anything : inside(rest));
    yield* mapped(strange, (value) => ({ ...least, other: value }));
  }
  for (let index = 1; index < 4 && fields.some(({ values }) => values.at(index) !== undefined); index += 1) {
    yield made(index);
  }
  for (const { name, values } of fields) {
    yield* mapped(values.first(7).slice(1), (value) => ({ ...least, [name]: value }));
  }
}

function joined(left: JsonValue, right: JsonValue): JsonValue {
  const isRecord = (value: JsonValue): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord(left) && isRecord(right) ? { ...(left as object), ...(right as object) } : right;
}

function unique<T>(values: Iterable<T>): Iterable<T> {
  return distinct(values, (value) => JSON.stringify(value));
}
