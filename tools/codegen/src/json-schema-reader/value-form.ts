import type { LiteralValue, SchemaForm } from '../model/schema-form.js';
import { pointerTo, type SchemaNode } from './schema-node.js';

/** A value without parts. */
export type PlainValue = string | number | boolean | null;

/** One of some values that have no parts. `isConst`: the schema says that there is but one. */
export function plainValuesForm(values: readonly PlainValue[], isConst: boolean): SchemaForm {
  const given = [...new Set(values.filter((value) => value !== null))];
  const hasNull = given.length < values.length && values.includes(null);
  if (given.length === 0) return hasNull ? { kind: 'null' } : { kind: 'never' };
  const inner = someOf(given, isConst);
  return hasNull ? { kind: 'nullable', inner } : inner;
}

function someOf(values: readonly (string | number | boolean)[], isConst: boolean): SchemaForm {
  const isEnum = values.every((value): value is string | number => typeof value !== 'boolean');
  if (isEnum && !isConst) return { kind: 'enum', values };
  return { kind: 'literal', values: values satisfies readonly LiteralValue[] };
}

/** Whether a value has no parts. */
export function isPlain(value: unknown): value is PlainValue {
  return typeof value !== 'object' || value === null;
}

/** A schema that takes one value that has parts, in keywords. */
export function schemaOfValue(value: object, pointer: string): SchemaNode {
  return { schema: keywordsOf(value), pointer: pointerTo(pointer, '~value') };
}

function keywordsOf(value: object): Readonly<Record<string, unknown>> {
  const inside = (part: unknown): unknown => (isPlain(part) ? { const: part } : keywordsOf(part as object));
  if (Array.isArray(value)) {
    // As both drafts say it: there is nothing after the last item.
    const items = value.map(inside);
    return { type: 'array', '~items': items, minItems: value.length, maxItems: value.length };
  }
  const entries = Object.entries(value);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, part]) => [name, inside(part)])),
    required: entries.map(([name]) => name),
    additionalProperties: false,
  };
}
