import type { JsonSchema } from './json-schema.js';

const largest: ReadonlySet<string> = new Set(['minimum', 'exclusiveMinimum', 'minLength', 'minItems']);
const smallest: ReadonlySet<string> = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems']);

/** A schema with a demand more. What the schema already has a keyword for stands beside it, in `allOf`. */
export function both(schema: JsonSchema, demand: JsonSchema): JsonSchema {
  const merged: Record<string, unknown> = { ...schema };
  const beside: JsonSchema[] = [...(schema.allOf ?? [])];
  for (const [keyword, value] of Object.entries(demand)) {
    const there = merged[keyword];
    if (there === undefined) merged[keyword] = value;
    else if (keyword === 'type' && there === 'number' && value === 'integer') merged[keyword] = value;
    else if (keyword === '$comment') merged[keyword] = there === value ? there : `${String(there)} ${String(value)}`;
    else if (keyword === 'allOf') beside.push(...(demand.allOf ?? []));
    else if (largest.has(keyword)) merged[keyword] = Math.max(Number(there), Number(value));
    else if (smallest.has(keyword)) merged[keyword] = Math.min(Number(there), Number(value));
    else if (there !== value) beside.push({ [keyword]: value });
  }
  return beside.length === 0 ? merged : { ...merged, allOf: beside };
}
