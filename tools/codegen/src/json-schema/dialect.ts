/** Which JSON Schema is written, and how it refers to shapes. */
export interface Dialect {
  /** Tuples and what may stand beside a `$ref` differ. */
  readonly draft: '2020-12' | 'draft-07';
  /** The reference to a shape of the contract. */
  readonly refTo: (shape: string) => string;
}

/** The dialect of schema files: what a schema refers to is in its own `$defs`. */
export const fileDialect: Dialect = {
  draft: '2020-12',
  refTo: (shape) => `#/$defs/${pointerStep(shape)}`,
};

/** A name as a step of a JSON pointer in a reference. */
export function pointerStep(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
