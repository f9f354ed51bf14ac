import type { SchemaForm } from '../model/schema-form.js';
import { mayBeAbsent } from '../validate/absence.js';
import type { JsonSchema } from './json-schema.js';
import type { SchemaWriting } from './schema-writing.js';

/** A tuple. Only items at its end may be missing. */
export function tupleSchema(
  { items, rest }: Extract<SchemaForm, { kind: 'tuple' }>,
  { forms, dialect }: SchemaWriting,
  inside: (form: SchemaForm) => JsonSchema,
): JsonSchema {
  const minItems = items.findLastIndex((item) => mayBeAbsent(item, forms) === undefined) + 1;
  const written = items.map(inside);
  const more = rest === undefined ? false : inside(rest);
  const least = minItems > 0 ? { minItems } : {};
  // Said besides, for tools that make a type of it.
  const most = rest === undefined ? { maxItems: items.length } : {};
  if (items.length === 0) return { type: 'array', ...(rest === undefined ? most : { items: more }) };
  return dialect.draft === 'draft-07'
    ? { type: 'array', items: written, additionalItems: more, ...least, ...most }
    : { type: 'array', prefixItems: written, items: more, ...least, ...most };
}
