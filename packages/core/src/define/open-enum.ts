import { z } from 'zod';
import type { OpenEnum } from '../channel/open-enum.js';
import { TidingsError } from '../errors/tidings-error.js';
import { marked } from './schema-mark.js';

/**
 * An enum that may grow: readers accept values they don't know yet, so adding one breaks nobody. Handlers must have a
 * default branch.
 *
 * @example
 * ```ts
 * const role = openEnum(['user', 'assistant']);
 * ```
 */
export function openEnum<const T extends string>(
  values: readonly [T, ...T[]],
): z.ZodType<OpenEnum<T>, OpenEnum<T>, z.core.$ZodTypeInternals<OpenEnum<T>, OpenEnum<T>>> {
  if (!Array.isArray(values) || values.length === 0 || values.some((value) => typeof value !== 'string')) {
    throw new TidingsError('invalid_definition', 'openEnum takes a list of at least one string');
  }
  return marked(z.string(), { openEnum: [...new Set(values)] }) as never;
}
