/** A value that JSON can write. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** Whether a value comes back from JSON as it was: no `undefined`, no class instances, no endless numbers, no circles. */
export function isJsonValue(value: unknown, within: readonly object[] = []): value is JsonValue {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean';
  if (value === null) return true;
  if (within.includes(value)) return false;
  const inside = [...within, value];
  if (Array.isArray(value)) return Array.from(value).every((item) => isJsonValue(item, inside));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((item) => isJsonValue(item, inside));
}
