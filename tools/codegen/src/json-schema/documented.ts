import type { SchemaForm } from '../model/schema-form.js';
import type { Dialect } from './dialect.js';
import type { JsonSchema } from './json-schema.js';

/** A schema with what its form says of itself, in front, in place of what the schema inside says. */
export function documented(schema: JsonSchema, form: SchemaForm, dialect: Dialect): JsonSchema {
  const { title, description, deprecated, examples } = form;
  const words: JsonSchema = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(deprecated && { deprecated }),
  };
  const values: JsonSchema = examples === undefined ? {} : { examples };
  if (Object.keys(words).length === 0 && examples === undefined) return schema;
  return { ...words, ...standsAlone(schema, dialect), ...words, ...values };
}

/** A schema that keywords can be put beside: up to draft-07, whatever stands beside a `$ref` is ignored. */
export function standsAlone(schema: JsonSchema, { draft }: Dialect): JsonSchema {
  return schema.$ref !== undefined && draft === 'draft-07' ? { allOf: [schema] } : schema;
}
