import { defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { money } from '../shapes/money.js';

/** The only export is the default one: its names come from the file. */
export default defineChannel(
  'payment.settled',
  z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('paid'), amount: money, at: isoDate }).describe('The money is there.'),
    z.object({ outcome: z.enum(['refused', 'given up']), reason: z.string().max(200).default('unknown') }),
    z.object({ outcome: z.literal('doubtful') }).meta({ deprecated: true }),
  ]),
  { description: 'A payment came to its end.', delivery: 'durable', retention: { maxAgeMs: 86_400_000 } },
);
