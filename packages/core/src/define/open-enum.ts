import * as z from 'zod';
import type { OpenEnum } from '../channel/open-enum.js';
import { TidingsError } from '../errors/tidings-error.js';
import { marked } from './schema-mark.js';

/**
 * An enum that may grow: readers accept values they don't know yet, so adding one breaks nobody. Handlers must have a
 * default branch.
 *
 * @param values The known values.
 * @param options `maxLength`: how long a value may be, in UTF-16 code units. Default 200.
 *
 * @example
 * ```ts
 * const role = openEnum(['user', 'assistant']);
 * ```
 */
export function openEnum<const T extends string>(
  values: readonly [T, ...T[]],
  { maxLength = 200 }: { readonly maxLength?: number } = {},
): z.ZodType<OpenEnum<T>, OpenEnum<T>, z.core.$ZodTypeInternals<OpenEnum<T>, OpenEnum<T>>> {
  if (!Array.isArray(values) || values.length === 0 || values.some((value) => typeof value !== 'string')) {
    throw new TidingsError('invalid_definition', 'openEnum takes a list of at least one string');
  }
  const tooLong = values.find((value) => value.length > maxLength);
  if (tooLong !== undefined) {
    throw new TidingsError('invalid_definition', `openEnum has a value longer than its maxLength of ${maxLength}`);
  }
  return marked(z.string().max(maxLength), { openEnum: [...new Set(values)] }) as never;
}
