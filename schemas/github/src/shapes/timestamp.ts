import * as z from 'zod';

/** A moment as GitHub writes it: ISO 8601, in UTC or with an offset. Kept as the string that came. */
export const timestamp = z.iso.datetime({ offset: true });
