import type * as z from 'zod';

/** A schema, and a value of each side that it takes, more or less: whether it does is for zod to say. */
export interface Sample {
  readonly schema: z.ZodType;
  /** As it travels. */
  readonly wire: unknown;
  /** As handlers get it. */
  readonly data: unknown;
  /** Whether code of the author's own decides anything, so that a model may not know. */
  readonly opaque: boolean;
  /** Whether zod takes it as a part of a template. */
  readonly text?: true;
}

/** A schema without code, whose values are the same on both sides. */
export function plain(schema: z.ZodType, value: unknown): Sample {
  return { schema, wire: value, data: value, opaque: false };
}
