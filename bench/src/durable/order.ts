import type { Channel } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';

/** What every contender carries: an order of about 300 bytes as JSON. */
export interface Order {
  orderId: string;
  customer: string;
  lines: { sku: string; count: number; price: number }[];
  note: string;
  number: number;
}

interface OrderTypes {
  readonly wire: Order;
  readonly publish: Order;
  readonly data: Order;
  readonly delivery: 'durable';
}

const order = z.object({
  orderId: z.string().max(40),
  customer: z.string().max(40),
  lines: z.array(z.object({ sku: z.string().max(40), count: z.int().min(1), price: z.number().min(0) })).max(100),
  note: z.string().max(1_000),
  number: z.int().min(0),
});

/** The same for Tidings, which checks it on both ends. */
export const orderPlaced: Channel<'order.placed', OrderTypes> = defineChannel('order.placed', order, {
  description: 'A customer placed an order.',
  delivery: 'durable',
});

/** The same with an ordering key. */
export const keyedOrderPlaced: Channel<'order.placed.keyed', OrderTypes> = defineChannel('order.placed.keyed', order, {
  description: 'A customer placed an order.',
  delivery: 'durable',
  key: 'customer',
});

/** An order, different from every other. */
export function orderOf(number: number): Order {
  return {
    orderId: `5d1b9b3c-8f49-4f0a-9f43-${String(number).padStart(12, '0')}`,
    customer: `customer-${number % 1_000}`,
    lines: [
      { sku: 'tea-earl-grey-loose', count: 2, price: 12.5 },
      { sku: 'cup-porcelain-white', count: 1, price: 18 },
    ],
    note: 'Please leave it with the neighbours on the second floor, who are nearly always in.',
    number,
  };
}
