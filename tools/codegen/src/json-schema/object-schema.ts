import type { SchemaForm } from '../model/schema-form.js';
import { mayBeAbsent } from '../validate/absence.js';
import type { JsonSchema } from './json-schema.js';
import type { SchemaWriting } from './schema-writing.js';

/** An object. Properties that readers remove may be there; only a strict object refuses them. */
export function objectSchema(
  { properties, rest }: Extract<SchemaForm, { kind: 'object' }>,
  { forms }: SchemaWriting,
  inside: (form: SchemaForm) => JsonSchema,
): JsonSchema {
  const required = properties.filter(({ schema }) => mayBeAbsent(schema, forms) === undefined).map(({ name }) => name);
  return {
    type: 'object',
    ...(properties.length > 0 && {
      properties: Object.fromEntries(properties.map(({ name, schema }) => [name, inside(schema)])),
    }),
    ...(required.length > 0 && { required }),
    ...(rest === 'strict' && { additionalProperties: false }),
    ...(typeof rest === 'object' && { additionalProperties: inside(rest) }),
  };
}
