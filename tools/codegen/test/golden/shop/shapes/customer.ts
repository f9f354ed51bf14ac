import { brand, isoDate } from '@tidings/core/define';
import * as z from 'zod';

export const customerId = brand(z.uuid().describe('A customer, for life.'), 'CustomerId');

/** Different on each side: a codec and a default. */
export const customer = z.object({
  id: customerId,
  since: isoDate,
  tags: z.array(z.string()).default([]),
});
