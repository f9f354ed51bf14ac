/** The formats of numbers and bigints that this package knows. */
export const numberFormats: ReadonlySet<string> = new Set([
  'safeint',
  'int32',
  'uint32',
  'float32',
  'float64',
  'int64',
  'uint64',
]);
