import { isJsonValue, type JsonValue } from '../model/json-value.js';

/** A value as it comes back from JSON: without properties that are undefined, without -0. Undefined if it has no JSON form. */
export function plainJson(value: unknown): JsonValue | undefined {
  const present = withoutUndefined(value, []);
  return isJsonValue(present) ? present : undefined;
}

function withoutUndefined(value: unknown, within: readonly object[]): unknown {
  if (Object.is(value, -0)) return 0;
  if (typeof value !== 'object' || value === null || within.includes(value)) return value;
  const inside = [...within, value];
  if (Array.isArray(value)) return value.map((item) => withoutUndefined(item, inside));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([name, item]) => [name, withoutUndefined(item, inside)]));
}
