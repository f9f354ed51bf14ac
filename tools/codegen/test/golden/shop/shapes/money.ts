import * as z from 'zod';

export const currency = z.enum(['EUR', 'USD']);

export const money = z.object({ amount: z.int().min(0), currency }).describe('An amount in the smallest unit.');
