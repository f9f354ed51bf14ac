import * as z from 'zod';

export const score = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('number'), value: z.number().min(0).max(1).describe('0 is worst, 1 is best.') }),
    z.object({ kind: z.literal('label'), label: z.string().min(1).max(100) }),
    z.object({ kind: z.literal('verdict'), passed: z.boolean() }),
  ])
  .describe('A verdict: a number between 0 and 1, a label, or passed or not.');
