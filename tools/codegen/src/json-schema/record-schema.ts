import type { SchemaForm } from '../model/schema-form.js';
import { possibleValues } from '../validate/possible-values.js';
import { templatePattern } from '../validate/template-pattern.js';
import { validate } from '../validate/validate.js';
import type { JsonSchema } from './json-schema.js';
import { patternSchema } from './pattern-schema.js';
import type { SchemaWriting } from './schema-writing.js';

/** A record. One whose keys are a list of names has to have them all, unless it is partial or a value may be missing. */
export function recordSchema(
  { key, value, partial }: Extract<SchemaForm, { kind: 'record' }>,
  writing: SchemaWriting,
  inside: (form: SchemaForm) => JsonSchema,
): JsonSchema {
  const listed = possibleValues(key, writing.forms);
  const names = listed === undefined ? undefined : [...listed].map(String);
  const keySchema = names === undefined ? keySchemaOf(key, writing, inside) : { enum: names };
  const isAnyText = Object.keys(keySchema).every((keyword) => keyword === 'type');
  const needsAll = names !== undefined && !partial && validate(value, undefined, 'wire', writing.shapes) === 'fails';
  return {
    type: 'object',
    ...(!isAnyText && { propertyNames: keySchema }),
    ...(needsAll && { required: names }),
    additionalProperties: inside(value),
  };
}

/** Property names are text, also where the key is a number. */
function keySchemaOf(key: SchemaForm, writing: SchemaWriting, inside: (form: SchemaForm) => JsonSchema): JsonSchema {
  const again = (inner: SchemaForm): JsonSchema => keySchemaOf(inner, writing, inside);
  switch (key.kind) {
    case 'number': {
      const bounds = key.checks?.some(({ check }) => check !== 'format');
      return {
        ...patternSchema(templatePattern({ kind: 'template', parts: [key] }, writing.forms)),
        ...(bounds && { $comment: 'Read as a number, which is checked further.' }),
      };
    }
    case 'brand':
    case 'readonly':
      return again(key.inner);
    case 'ref':
      return again(writing.forms.schemaOf(key.name));
    case 'union':
      return { anyOf: key.options.map(again) };
    case 'codec':
      return again(key.wire);
    default:
      return inside(key);
  }
}
