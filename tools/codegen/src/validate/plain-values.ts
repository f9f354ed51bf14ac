/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is an object of no class, as zod tells it. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isObject(value)) return false;
  const maker: unknown = Reflect.get(value, 'constructor');
  if (typeof maker !== 'function') return true;
  const prototype: unknown = maker.prototype;
  return isObject(prototype) && Object.hasOwn(prototype, 'isPrototypeOf');
}

/** Whether a value is an instance of a class of the platform. */
export function isInstance(value: unknown, className: string): boolean {
  const found: unknown = Reflect.get(globalThis, className);
  return typeof found === 'function' && value instanceof found;
}

/** Sets a property, whatever it is called. */
export function setProperty(object: Record<PropertyKey, unknown>, name: PropertyKey, value: unknown): void {
  // This one is no property where it is assigned. The others are, and that is many times faster.
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}
