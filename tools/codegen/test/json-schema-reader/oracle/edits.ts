import type { ClosedSchema } from './closed-schemas.js';
import { propertyNames } from './closed-schemas.js';
import { rewrites } from './rewrites.js';

/** Chooses one of so many. */
export type Pick = (count: number) => number;

/** A change of a schema such as people make. Undefined where there is nothing to change. */
type Edit = (schema: ClosedSchema, strange: ClosedSchema, pick: Pick) => ClosedSchema | undefined;

const limits = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minItems',
  'maxItems',
] as const;

const edits: readonly Edit[] = [
  (_, strange) => strange,
  (schema) => ({ anyOf: [schema, { type: 'null' }] }),
  (schema, strange) => ({ anyOf: [strange, schema] }),
  ({ anyOf = [], ...others }) => (anyOf.length < 2 ? undefined : { ...others, anyOf: anyOf.slice(1) }),
  ({ anyOf = [], ...others }, strange) => (anyOf.length === 0 ? undefined : { ...others, anyOf: [...anyOf, strange] }),
  (schema, _, pick) => {
    const there = limits.filter((limit) => schema[limit] !== undefined);
    const limit = there[pick(there.length)];
    if (limit === undefined) return undefined;
    const moved = Number(schema[limit]) + (pick(2) === 0 ? 1 : -1);
    return { ...schema, [limit]: limit.endsWith('Length') || limit.endsWith('Items') ? Math.max(0, moved) : moved };
  },
  (schema, _, pick) => {
    const there = limits.filter((limit) => schema[limit] !== undefined);
    const limit = there[pick(there.length)];
    return limit === undefined ? undefined : without(schema, limit);
  },
  (schema) => (schema.type === 'integer' ? { ...schema, type: 'number' } : undefined),
  (schema) => (schema.type === 'number' ? { ...schema, type: 'integer' } : undefined),
  (schema) => (schema.type === 'string' ? { ...schema, maxLength: Math.max(schema.minLength ?? 0, 4) } : undefined),
  ({ enum: values, ...others }) =>
    values === undefined || values.length < 2 ? undefined : { ...others, enum: values.slice(1) },
  ({ enum: values, ...others }) => (values === undefined ? undefined : { ...others, enum: [...values, 'new'] }),
  (schema, strange, pick) => {
    if (schema.properties === undefined) return undefined;
    const name = propertyNames[pick(propertyNames.length)] ?? 'a';
    const required = pick(2) === 0 ? [...new Set([...(schema.required ?? []), name])] : (schema.required ?? []);
    return { ...schema, properties: { ...schema.properties, [name]: strange }, required };
  },
  (schema, _, pick) => {
    const names = Object.keys(schema.properties ?? {});
    const name = names[pick(names.length)];
    if (name === undefined) return undefined;
    const { [name]: __, ...properties } = schema.properties ?? {};
    return { ...schema, properties, required: (schema.required ?? []).filter((each) => each !== name) };
  },
  (schema, _, pick) => {
    const names = Object.keys(schema.properties ?? {});
    const name = names[pick(names.length)];
    if (name === undefined) return undefined;
    const { required = [] } = schema;
    return {
      ...schema,
      required: required.includes(name) ? required.filter((each) => each !== name) : [...required, name],
    };
  },
  ({ prefixItems = [], ...others }, strange) =>
    prefixItems.length === 0 ? undefined : { ...others, prefixItems: [...prefixItems, strange] },
  ({ prefixItems = [], ...others }) =>
    prefixItems.length < 2
      ? undefined
      : {
          ...others,
          prefixItems: prefixItems.slice(0, -1),
          minItems: Math.min(others.minItems ?? 0, prefixItems.length - 1),
        },
  ({ prefixItems, items, ...others }, strange) =>
    prefixItems === undefined ? undefined : { ...others, prefixItems, items: items === false ? strange : false },
];

/** A schema with an edit somewhere in it. */
export function edited(schema: ClosedSchema, strange: ClosedSchema, pick: Pick): ClosedSchema {
  const inside = children(schema);
  const at = inside.length === 0 || pick(3) === 0 ? undefined : inside[pick(inside.length)];
  if (at !== undefined) return at.put(edited(at.schema, strange, pick));
  if (pick(3) === 0) {
    const same = rewrites.map((rewrite) => rewrite(schema)).filter((rewritten) => rewritten !== undefined);
    const chosen = same[pick(same.length)];
    if (chosen !== undefined) return chosen;
  }
  const possible = edits.map((edit) => () => edit(schema, strange, pick)).slice(pick(2) === 0 ? 1 : 0);
  for (let tries = 0; tries < 12; tries += 1) {
    const changed = possible[pick(possible.length)]?.();
    if (changed !== undefined) return changed;
  }
  return strange;
}

interface Child {
  readonly schema: ClosedSchema;
  readonly put: (schema: ClosedSchema) => ClosedSchema;
}

function children(schema: ClosedSchema): readonly Child[] {
  const { properties = {}, prefixItems = [], items, anyOf = [] } = schema;
  return [
    ...Object.entries(properties).map(([name, inner]) => ({
      schema: inner,
      put: (changed: ClosedSchema) => ({ ...schema, properties: { ...properties, [name]: changed } }),
    })),
    ...prefixItems.map((inner, index) => ({
      schema: inner,
      put: (changed: ClosedSchema) => ({ ...schema, prefixItems: prefixItems.with(index, changed) }),
    })),
    ...(items === undefined || items === false
      ? []
      : [{ schema: items, put: (changed: ClosedSchema) => ({ ...schema, items: changed }) }]),
    ...anyOf.map((inner, index) => ({
      schema: inner,
      put: (changed: ClosedSchema) => ({ ...schema, anyOf: anyOf.with(index, changed) }),
    })),
  ];
}

function without(schema: ClosedSchema, name: keyof ClosedSchema): ClosedSchema {
  const { [name]: _, ...others } = schema;
  return others;
}
