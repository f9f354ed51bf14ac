import * as z from 'zod';

/**
 * A moment: an RFC 3339 string on the wire, a `Date` in handlers. Any offset is read; UTC is written, to the
 * millisecond.
 */
export const isoDate: z.ZodCodec<z.ZodISODateTime, z.ZodDate> = /* @__PURE__ */ z.codec(
  z.iso.datetime({ offset: true }),
  z.date(),
  { decode: (text) => new Date(text), encode: (date) => date.toISOString() },
);
