import { isPlainObject } from './plain-values.js';

/** Whether a value is what `z.json()` takes: any JSON value. A property called `__proto__` is not looked at. */
export function isJson(value: unknown): boolean {
  if (Array.isArray(value)) return Array.from(value).every(isJson);
  if (typeof value === 'number') return Number.isFinite(value);
  if (!isPlainObject(value)) return value === null || typeof value === 'string' || typeof value === 'boolean';
  return Reflect.ownKeys(value)
    .filter((key) => key !== '__proto__' && Object.prototype.propertyIsEnumerable.call(value, key))
    .every((key) => typeof key === 'string' && isJson(value[key]));
}
