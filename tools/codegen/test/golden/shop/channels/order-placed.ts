import { bigIntString, bytes, defineChannel, isoDate, openEnum } from '@tidings/core/define';
import * as z from 'zod';
import { customer } from '../shapes/customer.js';
import { money } from '../shapes/money.js';

const V1 = z
  .object({ orderId: z.uuid(), customer, total: z.number().min(0) })
  .describe('An order, as it was before there were currencies.');

const V2 = V1.extend({
  total: money.describe('What the customer pays.'),
  lines: z.array(z.object({ sku: z.string(), count: z.int().default(1) })),
  source: openEnum(['web', 'store']).optional(),
  placedAt: isoDate,
  locale: z.string().default('und').meta({ description: 'The language.', examples: ['de', 'pt-BR'] }),
  note: z.string().nullish().describe('As the customer wrote it: may hold anything, */ even this.'),
  serial: bigIntString,
  signature: bytes.optional(),
  position: z.tuple([z.number(), z.number()]).readonly(),
  labels: z.record(z.string(), z.string()).meta({ description: 'For searching.', deprecated: true }),
});

export const orderPlaced = defineChannel('order.placed', V1, {
  description: 'A customer placed an order.',
  key: 'orderId',
}).evolve(V2, {
  up: (v1) => ({
    ...v1,
    total: { amount: v1.total, currency: 'EUR' as const },
    lines: [],
    placedAt: '2020-01-01T00:00:00Z',
    serial: '0',
    position: [0, 0] as const,
    labels: {},
  }),
});
