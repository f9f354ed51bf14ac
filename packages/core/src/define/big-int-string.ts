import * as z from 'zod';

/** Turning digits into a bigint takes time that grows with their square. */
const mostDigits = 1_000;

/** An integer of any size: decimal digits on the wire, a `bigint` in handlers. 1,000 digits at most. */
export const bigIntString: z.ZodCodec<z.ZodString, z.ZodBigInt> = /* @__PURE__ */ z.codec(
  z
    .string()
    .max(mostDigits + 1)
    .regex(/^(?:0|-?[1-9][0-9]*)$/, 'expected a decimal integer'),
  z.bigint(),
  { decode: (text) => BigInt(text), encode: (value) => value.toString() },
);
