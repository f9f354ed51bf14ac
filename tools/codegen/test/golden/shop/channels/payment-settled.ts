import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { money } from '../shapes/money.js';

/** The only export is the default one: its names come from the file. */
export default defineChannel(
  'payment.settled',
  z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('paid'), amount: money }),
    z.object({ outcome: z.literal('refused'), reason: z.string().max(200) }),
  ]),
  { description: 'A payment came to its end.', delivery: 'durable', retention: { maxAgeMs: 86_400_000 } },
);
