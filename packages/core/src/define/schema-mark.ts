import * as core from 'zod/v4/core';
import { copy } from './rewrite-children.js';
import { defOf, type SchemaNode } from './schema-node.js';

/** What Tidings notes on a schema that zod itself can't say. Kept in the definition, so that it survives copies. */
export interface SchemaMarks {
  /** The name given by `brand`. */
  readonly brand?: string;
  /** The values that `openEnum` knows. */
  readonly openEnum?: readonly string[];
}

const marks: unique symbol = Symbol.for('@tidings/schema-marks') as never;

/** A copy of a schema with a mark more. Metadata such as descriptions stays. */
export function marked<S extends SchemaNode>(schema: S, mark: SchemaMarks): S {
  const copied = copy(schema, {});
  // A copy of a marked schema has the mark already.
  const value = { ...marksOf(schema), ...mark };
  Object.defineProperty(defOf(copied), marks, { value, enumerable: true, configurable: true });
  const metadata = core.globalRegistry.get(schema);
  if (metadata !== undefined) core.globalRegistry.add(copied, { ...metadata, id: undefined });
  return copied as S;
}

/** The marks of a schema; empty if it has none. */
export function marksOf(schema: SchemaNode): SchemaMarks {
  return (defOf(schema) as { readonly [marks]?: SchemaMarks })[marks] ?? {};
}
