import { defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';

const line = z.object({ sku: z.string() });
const order = z.object({ id: z.string(), note: z.string().optional(), lines: z.array(line) });
const withColour = z.object({ sku: z.string(), colour: z.string().optional() });

export const unchanged = defineChannel('drift.unchanged', order);
export const reordered = defineChannel(
  'drift.reordered',
  z.object({ note: z.string().optional(), lines: z.array(line), id: z.string() }),
);
export const requiredAdded = defineChannel('drift.required-added', order.extend({ more: z.string() }));
export const requiredRemoved = defineChannel('drift.required-removed', order.omit({ id: true }));
export const optionalAdded = defineChannel('drift.optional-added', order.extend({ more: z.string().optional() }));
export const optionalRemoved = defineChannel('drift.optional-removed', order.omit({ note: true }));
export const optionalAddedBelow = defineChannel(
  'drift.optional-added-below',
  order.extend({ lines: z.array(withColour) }),
);
export const optionalAddedToShape = defineChannel(
  'drift.optional-added-to-shape',
  z.object({ order: order.extend({ more: z.string().optional() }) }),
);
export const optionalAddedToVariant = defineChannel(
  'drift.optional-added-to-variant',
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('a') }),
    z.object({ type: z.literal('b'), more: z.string().optional() }),
  ]),
);
export const madeRequired = defineChannel('drift.made-required', order.extend({ note: z.string() }));
export const madeOptional = defineChannel('drift.made-optional', order.extend({ id: z.string().optional() }));
export const madeExactOptional = defineChannel(
  'drift.made-exact-optional',
  order.extend({ note: z.string().exactOptional() }),
);
export const defaultAdded = defineChannel('drift.default-added', z.object({ count: z.int().default(1) }));
export const defaultRemoved = defineChannel('drift.default-removed', z.object({ count: z.int() }));
export const madeReadonly = defineChannel('drift.made-readonly', z.object({ tags: z.array(z.string()).readonly() }));
export const retyped = defineChannel('drift.retyped', z.object({ count: z.string() }));
export const codecAdded = defineChannel('drift.codec-added', z.object({ at: isoDate }));
export const codecRemoved = defineChannel('drift.codec-removed', z.object({ at: z.string() }));
export const enumWidened = defineChannel('drift.enum-widened', z.object({ state: z.enum(['a', 'b', 'c']) }));
export const enumNarrowed = defineChannel('drift.enum-narrowed', z.object({ state: z.enum(['a']) }));
export const madeAny = defineChannel('drift.made-any', z.object({ value: z.any() }));
export const renamed = defineChannel('drift.otherwise', order);
export const madeDurable = defineChannel('drift.made-durable', order, { delivery: 'durable' });
