import type * as core from 'zod/v4/core';
import type { Branded } from '../channel/branded.js';
import { TidingsError } from '../errors/tidings-error.js';
import { marked } from './schema-mark.js';

/** A schema whose values, on both sides, are told apart from plain ones by a name. */
export type BrandedSchema<S extends core.$ZodType, Name extends string> = S & {
  readonly _zod: {
    readonly input: Branded<core.input<S>, Name>;
    readonly output: Branded<core.output<S>, Name>;
    /** For types alone: what publishers give is inferred from the parts, and branded again by this. */
    readonly brand: Name;
  };
};

/**
 * Gives a schema a nominal type: a `UserId` is not any string. Like zod's `.brand()`, but zod-free in generated types
 * and visible at run time, so that the generator can print it.
 *
 * @example
 * ```ts
 * const userId = brand(z.uuid(), 'UserId');
 * ```
 */
export function brand<S extends core.$ZodType, const Name extends string>(
  schema: S,
  name: Name,
): BrandedSchema<S, Name> {
  if (typeof name !== 'string' || !/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name)) {
    throw new TidingsError(
      'invalid_definition',
      `a brand's name must be an identifier such as 'UserId', not ${JSON.stringify(name)}`,
    );
  }
  return marked(schema, { brand: name }) as BrandedSchema<S, Name>;
}
