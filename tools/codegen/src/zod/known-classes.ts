const known: ReadonlySet<string> = new Set(
  (
    'ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array ' +
    'Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array Date RegExp Error URL URLSearchParams'
  ).split(' '),
);

/** The name of a class that every program knows by that name, or undefined for any other. */
export function knownClass(value: unknown): string | undefined {
  if (typeof value !== 'function' || !known.has(value.name)) return undefined;
  return Reflect.get(globalThis, value.name) === value ? value.name : undefined;
}
