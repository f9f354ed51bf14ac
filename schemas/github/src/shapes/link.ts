import * as z from 'zod';

export const link = z.object({ href: z.string() }).describe('An entry of `_links`.');
