import type { ClosedSchema } from './closed-schemas.js';

/** Another way to say the same. Undefined where there is none. */
export type Rewrite = (schema: ClosedSchema) => ClosedSchema | undefined;

/** So that comparing what is written is not enough. */
export const rewrites: readonly Rewrite[] = [
  ({ type, ...others }) =>
    Array.isArray(type) && Object.keys(others).length === 0
      ? { anyOf: type.map((one: string) => ({ type: one })) }
      : undefined,
  ({ enum: values, ...others }) =>
    values === undefined || Object.keys(others).length > 0
      ? undefined
      : { anyOf: values.map((value) => ({ const: value })) },
  (schema) => (schema.type === 'boolean' ? { enum: [true, false] } : undefined),
  (schema) => (schema.anyOf === undefined ? undefined : { ...schema, anyOf: schema.anyOf.toReversed() }),
  ({ minimum, ...others }) =>
    others.type !== 'integer' || minimum === undefined || others.exclusiveMinimum !== undefined
      ? undefined
      : { ...others, exclusiveMinimum: minimum - 1 },
  ({ maximum, ...others }) =>
    others.type !== 'integer' || maximum === undefined || others.exclusiveMaximum !== undefined
      ? undefined
      : { ...others, exclusiveMaximum: maximum + 0.5 },
  ({ prefixItems, items, minItems = 0, maxItems, ...others }) =>
    items === undefined || items === false || prefixItems !== undefined || maxItems === undefined || minItems > maxItems
      ? undefined
      : { ...others, prefixItems: Array.from({ length: maxItems }, () => items), items: false, minItems },
  byTag,
];

/** An object for each value of a property. */
function byTag(schema: ClosedSchema): ClosedSchema | undefined {
  const { properties = {} } = schema;
  const tag = Object.entries(properties).find(([, { enum: values }]) => (values?.length ?? 0) > 1);
  if (tag === undefined || schema.required?.includes(tag[0]) !== true) return undefined;
  const [name, { enum: values = [] }] = tag;
  return { anyOf: values.map((value) => ({ ...schema, properties: { ...properties, [name]: { const: value } } })) };
}
