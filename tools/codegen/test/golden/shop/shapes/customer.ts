import { brand, isoDate } from '@tidings/core/define';
import * as z from 'zod';

export const customerId = brand(
  z.uuid().meta({ description: 'A customer, for life.', examples: ['b0b3f7f2-7d0f-4a57-9f0a-6c2f2b1f7f55'] }),
  'CustomerId',
);

/** Different on each side: a codec and a default. */
export const customer = z.object({
  id: customerId,
  since: isoDate,
  tags: z.array(z.string()).default([]),
  nickname: z.string().optional().meta({ description: 'What friends say.', deprecated: true }),
});
