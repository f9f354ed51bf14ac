import { defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';

/** What clients were generated from. `after.ts` has the same channels, each changed in the way that its name says. */
const order = z.object({ id: z.string(), note: z.string().optional(), lines: z.array(z.object({ sku: z.string() })) });

export const unchanged = defineChannel('drift.unchanged', order);
export const reordered = defineChannel('drift.reordered', order);
export const requiredAdded = defineChannel('drift.required-added', order);
export const requiredRemoved = defineChannel('drift.required-removed', order);
export const optionalAdded = defineChannel('drift.optional-added', order);
export const optionalRemoved = defineChannel('drift.optional-removed', order);
export const optionalAddedBelow = defineChannel('drift.optional-added-below', order);
export const optionalAddedToShape = defineChannel('drift.optional-added-to-shape', z.object({ order }));
export const optionalAddedToVariant = defineChannel(
  'drift.optional-added-to-variant',
  z.discriminatedUnion('type', [z.object({ type: z.literal('a') }), z.object({ type: z.literal('b') })]),
);
export const madeRequired = defineChannel('drift.made-required', order);
export const madeOptional = defineChannel('drift.made-optional', order);
export const madeExactOptional = defineChannel('drift.made-exact-optional', order);
export const defaultAdded = defineChannel('drift.default-added', z.object({ count: z.int() }));
export const defaultRemoved = defineChannel('drift.default-removed', z.object({ count: z.int().default(1) }));
export const madeReadonly = defineChannel('drift.made-readonly', z.object({ tags: z.array(z.string()) }));
export const retyped = defineChannel('drift.retyped', z.object({ count: z.int() }));
export const codecAdded = defineChannel('drift.codec-added', z.object({ at: z.string() }));
export const codecRemoved = defineChannel('drift.codec-removed', z.object({ at: isoDate }));
export const enumWidened = defineChannel('drift.enum-widened', z.object({ state: z.enum(['a', 'b']) }));
export const enumNarrowed = defineChannel('drift.enum-narrowed', z.object({ state: z.enum(['a', 'b']) }));
export const madeAny = defineChannel('drift.made-any', z.object({ value: z.unknown() }));
export const renamed = defineChannel('drift.renamed', order);
export const madeDurable = defineChannel('drift.made-durable', order);
