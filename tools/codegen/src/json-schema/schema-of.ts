import type { JsonValue } from '../model/json-value.js';
import type { ConstantForm, LiteralValue, SchemaForm } from '../model/schema-form.js';
import type { ValueCheck } from '../model/value-check.js';
import { templatePattern } from '../validate/template-pattern.js';
import { both } from './both.js';
import { checkSchema } from './check-schema.js';
import { codecSchema, furtherChecks } from './codec-schema.js';
import { isDecoded } from './decoded.js';
import { documented, standsAlone } from './documented.js';
import { intersectionSchema } from './intersection-schema.js';
import type { JsonSchema } from './json-schema.js';
import { numberSchema } from './number-schema.js';
import { objectSchema } from './object-schema.js';
import { patternSchema } from './pattern-schema.js';
import { recordSchema } from './record-schema.js';
import type { SchemaWriting } from './schema-writing.js';
import { stringSchema } from './string-schema.js';
import { tupleSchema } from './tuple-schema.js';

/** The JSON Schema of a form's wire side: what may travel. */
export function schemaOf(form: SchemaForm, writing: SchemaWriting): JsonSchema {
  const schema = bareSchema(form, writing);
  return documented(
    form.checks === undefined ? schema : checkedSchema(schema, form, form.checks, writing),
    form,
    writing.dialect,
  );
}

/** A schema with its checks. Those of something that is decoded see what travels no more. */
function checkedSchema(
  schema: JsonSchema,
  form: SchemaForm,
  checks: readonly ValueCheck[],
  { dialect, forms }: SchemaWriting,
): JsonSchema {
  const alone = standsAlone(schema, dialect);
  if (isDecoded(form, forms)) return both(alone, furtherChecks);
  return checks.reduce((checked, check) => both(checked, checkSchema(check, checked.type)), alone);
}

/** Exhaustive: a kind that the model adds does not compile. */
function bareSchema(form: SchemaForm, writing: SchemaWriting): JsonSchema {
  const inside = (inner: SchemaForm): JsonSchema => schemaOf(inner, writing);
  switch (form.kind) {
    case 'string':
      return stringSchema(form);
    case 'number':
      return numberSchema(form);
    case 'boolean':
    case 'null':
      return { type: form.kind };
    case 'unknown':
    case 'any':
    case 'json':
      return {};
    case 'never':
      return { not: {} };
    case 'literal':
      return valuesSchema(form.values.map(jsonLiteral));
    case 'enum':
      return valuesSchema(form.values);
    case 'openEnum':
      return { type: 'string', examples: form.values };
    case 'template':
      return { type: 'string', ...patternSchema(templatePattern(form, writing.forms)) };
    case 'object':
      return objectSchema(form, writing, inside);
    case 'record':
      return recordSchema(form, writing, inside);
    case 'array':
      return { type: 'array', items: inside(form.element) };
    case 'tuple':
      return tupleSchema(form, writing, inside);
    case 'union':
      return isExclusive(form) ? { oneOf: form.options.map(inside) } : { anyOf: form.options.map(inside) };
    case 'intersection':
      return intersectionSchema(form, writing, inside);
    case 'nullable':
      return orNull(inside(form.inner));
    case 'optional':
    case 'nonoptional':
    case 'readonly':
    case 'lazy':
    case 'brand':
      return inside(form.inner);
    case 'default':
    case 'prefault':
      return withDefault(inside(form.inner), form.value, writing);
    case 'catch':
      // Readers take anything.
      return { anyOf: [inside(form.inner), {}], $comment: fallbackWords(form.value) };
    case 'codec':
      return codecSchema(form, (inner) => standsAlone(inside(inner), writing.dialect));
    case 'ref':
      return { $ref: writing.refTo(form.name) };
    case 'date':
    case 'bigint':
    case 'undefined':
    case 'void':
    case 'nan':
    case 'symbol':
    case 'file':
    case 'set':
    case 'map':
    case 'instance':
      throw new RangeError(`the model has a '${form.kind}' on the wire side, where there is only JSON`);
  }
}

/** Whether only one option can fit: what a discriminator tells apart, or what must not fit twice. */
function isExclusive({ discriminator, fallback, exclusive }: Extract<SchemaForm, { kind: 'union' }>): boolean {
  return exclusive === true || (discriminator !== undefined && fallback !== true);
}

function withDefault(schema: JsonSchema, value: ConstantForm, { dialect }: SchemaWriting): JsonSchema {
  return 'json' in value ? { ...standsAlone(schema, dialect), default: value.json } : schema;
}

function fallbackWords(value: ConstantForm): string {
  return 'json' in value
    ? `Readers replace what does not fit by ${JSON.stringify(value.json)}.`
    : 'Readers replace what does not fit.';
}

function jsonLiteral(value: LiteralValue): string | number | boolean | null {
  if (typeof value !== 'object' || value === null) return value;
  throw new RangeError(`the model has a literal on the wire side that JSON does not have: ${JSON.stringify(value)}`);
}

function valuesSchema(values: readonly JsonValue[]): JsonSchema {
  const [first] = values;
  if (values.length === 1 && first !== undefined) return { const: first };
  const [type, ...others] = new Set(values.map((value) => (value === null ? 'null' : typeof value)));
  return type !== undefined && others.length === 0 ? { type, enum: values } : { enum: values };
}

/** Also `null`; said in the type where that is all there is to say. */
function orNull(schema: JsonSchema): JsonSchema {
  const { type } = schema;
  if (type === 'null') return schema;
  return typeof type === 'string' && schema.enum === undefined && schema.allOf === undefined
    ? { ...schema, type: [type, 'null'] }
    : { anyOf: [schema, { type: 'null' }] };
}
