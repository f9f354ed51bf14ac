import * as z from 'zod';

/** An address for browsers and HTTP clients. Addresses with `{placeholders}` and those of git are plain strings. */
export const webUrl = z.string().regex(/^https?:\/\//);
