import * as z from 'zod';
import * as core from 'zod/v4/core';

/** Binary data: base64 on the wire, a `Uint8Array` in handlers. A third longer on the wire than in memory. */
export const bytes: z.ZodCodec<z.ZodBase64, z.ZodCustom<Uint8Array, Uint8Array>> = /* @__PURE__ */ z.codec(
  z.base64(),
  z.instanceof(Uint8Array) as z.ZodCustom<Uint8Array, Uint8Array>,
  {
    decode: (text) => core.util.base64ToUint8Array(text),
    encode: (array) => core.util.uint8ArrayToBase64(array),
  },
);
