import * as z from 'zod';

export const changedText = z.object({ from: z.string() }).describe('What a text was before an edit.');
