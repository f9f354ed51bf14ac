/** From where to where the numbers of a format go, both included, and whether they are whole. */
export interface NumberFormat {
  readonly whole: boolean;
  readonly low: number;
  readonly high: number;
}

/** The formats of numbers, by their names. */
export const numberFormats: ReadonlyMap<string, NumberFormat> = new Map([
  // Whole, however large: what JSON Schema calls an integer.
  ['integer', { whole: true, low: -Number.MAX_VALUE, high: Number.MAX_VALUE }],
  ['safeint', { whole: true, low: Number.MIN_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER }],
  ['int32', { whole: true, low: -(2 ** 31), high: 2 ** 31 - 1 }],
  ['uint32', { whole: true, low: 0, high: 2 ** 32 - 1 }],
  ['float32', { whole: false, low: -3.4028234663852886e38, high: 3.4028234663852886e38 }],
  ['float64', { whole: false, low: -Number.MAX_VALUE, high: Number.MAX_VALUE }],
]);
