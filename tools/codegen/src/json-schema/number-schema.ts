import type { JsonSchema } from './json-schema.js';

/** A number, with the bounds that its format has. */
export function numberSchema({ format }: { readonly format?: string }): JsonSchema {
  return (format === undefined ? undefined : numberFormat(format)) ?? { type: 'number' };
}

/** What a format demands of a number, or undefined if it is none of numbers. */
export function numberFormat(format: string): JsonSchema | undefined {
  return formats.get(format);
}

const largestFloat32 = 3.4028234663852886e38;

const formats: ReadonlyMap<string, JsonSchema> = new Map([
  ['integer', { type: 'integer' }],
  ['safeint', { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }],
  ['int32', { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }],
  ['uint32', { type: 'integer', minimum: 0, maximum: 2 ** 32 - 1 }],
  ['float32', { type: 'number', minimum: -largestFloat32, maximum: largestFloat32 }],
  // Every number of JSON that is read as one of 64 bits.
  ['float64', { type: 'number' }],
]);
