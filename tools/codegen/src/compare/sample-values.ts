import type { JsonValue } from '../model/json-value.js';
import type { SchemaForm } from '../model/schema-form.js';
import { mayBeAbsent } from '../validate/absence.js';
import type { FormIndex } from '../validate/form-index.js';
import { verdictOf } from '../validate/validate.js';
import { commonTexts, formatSamples } from './format-samples.js';
import { inTurn } from './inclusion.js';
import { type Demand, type WireOption, wireOptions } from './wire-options.js';

/** So many values of a form are enough. */
const enough = 24;

/** Values that a form may be on the wire, the plainest first. Within itself, a form has none: so lists of itself are empty. */
export function sampleValues(form: SchemaForm, forms: FormIndex): readonly JsonValue[] {
  return forms.once<readonly JsonValue[]>('samples', form, [], () => {
    const options = wireOptions(form, 'writer', forms).map((option) => sampleOption(option, forms));
    const values = unique([...(form.examples ?? []), ...inTurn(options)]).slice(0, 4 * enough);
    return values.filter((value) => verdictOf(form, value, 'wire', forms) !== 'fails').slice(0, enough);
  });
}

/** Values of one of the things that a form may be. */
export function sampleOption(option: WireOption, forms: FormIndex): readonly JsonValue[] {
  if (option.kind === 'value') return [option.value as JsonValue];
  const { form, demands } = option;
  const inside = (child: SchemaForm): readonly JsonValue[] => sampleValues(child, forms);
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
    case 'record': {
      const keys = inside(form.key).map(String);
      const values = inside(form.value);
      return [{}, ...keys.slice(0, 6).flatMap((key) => values.slice(0, 4).map((value) => ({ [key]: value })))];
    }
    case 'intersection':
      return inside(form.left).flatMap((left) => [left, ...inside(form.right).map((right) => joined(left, right))]);
    case 'union':
      return inTurn(form.options.map(inside));
    default:
      return [];
  }
}

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
  return unique([...ofFormat, framed(''), ...long, ...commonTexts.map(framed), ...commonTexts]);
}

function templates(
  parts: readonly (SchemaForm | { readonly text: string })[],
  inside: (form: SchemaForm) => readonly JsonValue[],
): readonly string[] {
  const choices = parts.map((part) => ('text' in part ? [part.text] : inside(part).map(String)));
  const longest = Math.max(1, ...choices.map((each) => each.length));
  return Array.from({ length: Math.min(longest, 8) }, (_, index) =>
    choices.map((each) => each[Math.min(index, each.length - 1)] ?? '').join(''),
  );
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
  return unique([...bounds, ...steps, ...usual]).filter(Number.isFinite);
}

function lists(elements: readonly JsonValue[], demands: readonly Demand[]): readonly JsonValue[] {
  const first = elements[0];
  const lengths = lengthsNear(demands);
  const filled = unique(lengths)
    .filter((length) => length > 0 && length <= 1_000 && first !== undefined)
    .map((length) => Array.from({ length }, (_, index) => elements[index % elements.length] ?? null));
  const least = Math.min(...lengths.filter((length) => length > 0), Number.POSITIVE_INFINITY);
  const padded = elements
    .slice(0, 12)
    .map((element) =>
      Number.isFinite(least) && least <= 1_000 ? Array.from({ length: least }, () => element) : [element],
    );
  return [...padded.slice(0, 1), [], ...filled, ...padded.slice(1)];
}

function tuples(
  { items, rest }: Extract<SchemaForm, { kind: 'tuple' }>,
  inside: (form: SchemaForm) => readonly JsonValue[],
): readonly JsonValue[] {
  const all = items.map(inside);
  const longest = Math.max(1, ...all.map((each) => each.length));
  const full = Array.from({ length: Math.min(longest, 6) }, (_, index) =>
    all.map((each) => each[Math.min(index, each.length - 1)] ?? null),
  );
  const more = rest === undefined ? [] : inside(rest).slice(0, 4);
  const shorter = items.map((_, index) => (full[0] ?? []).slice(0, index));
  return [...full, ...more.map((each) => [...(full[0] ?? []), each]), ...shorter.toReversed()];
}

function objects(
  { properties, rest }: Extract<SchemaForm, { kind: 'object' }>,
  forms: FormIndex,
  inside: (form: SchemaForm) => readonly JsonValue[],
): readonly JsonValue[] {
  const fields = properties
    .filter(({ name }) => name !== '__proto__')
    .map(({ name, schema }) => ({
      name,
      values: inside(schema),
      isOptional: mayBeAbsent(schema, forms) !== undefined,
    }));
  const made = (index: number, isWanted: (field: (typeof fields)[number]) => boolean): Record<string, JsonValue> =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = field.values[Math.min(index, field.values.length - 1)];
        return isWanted(field) && value !== undefined ? [[field.name, value]] : [];
      }),
    );
  const least = made(0, ({ isOptional }) => !isOptional);
  const full = made(0, () => true);
  const others = fields.flatMap(({ name, values }) => values.slice(1, 7).map((value) => ({ ...least, [name]: value })));
  const strangers =
    rest === 'strip' || rest === 'strict'
      ? []
      : (rest === 'loose' ? anything : inside(rest)).slice(0, 4).map((value) => ({ ...least, other: value }));
  const longest = Math.max(0, ...fields.map(({ values }) => values.length));
  const rows = Array.from({ length: Math.min(longest, 4) }, (_, index) => made(index, () => true));
  return [full, least, ...strangers, ...rows, ...others];
}

function joined(left: JsonValue, right: JsonValue): JsonValue {
  const isRecord = (value: JsonValue): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord(left) && isRecord(right) ? { ...(left as object), ...(right as object) } : right;
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
