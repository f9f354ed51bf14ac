import { compareText } from '../model/canonical-json.js';
import type { JsonSchema } from './json-schema.js';
import { schemaOf } from './schema-of.js';
import type { SchemaWriting } from './schema-writing.js';

/** The schemas of all shapes that were referred to so far, and of those that they refer to, sorted by name. */
export function shapeSchemas(writing: SchemaWriting): readonly (readonly [name: string, schema: JsonSchema])[] {
  const written: [string, JsonSchema][] = [];
  // Writing one may refer to others: the set grows while it is walked.
  for (const name of writing.referred) written.push([name, schemaOf(writing.forms.schemaOf(name), writing)]);
  return written.sort(([a], [b]) => compareText(a, b));
}
