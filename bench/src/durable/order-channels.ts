import type { Channel, Delivery } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import { type Order, orderSchema } from './order.js';

/** The types of a channel of orders. */
export interface OrderTypes<D extends Delivery> {
  readonly wire: Order;
  readonly publish: Order;
  readonly data: Order;
  readonly delivery: D;
}

/** A channel whose orders go to whoever is subscribed. */
export function broadcastOrders(name: string): Channel<string, OrderTypes<'broadcast'>> {
  return defineChannel(name, orderSchema, { description: 'A customer placed an order.' });
}

/**
 * A channel whose orders are kept.
 *
 * @param maxCount How many, about.
 */
export function durableOrders(name: string, maxCount: number): Channel<string, OrderTypes<'durable'>> {
  return defineChannel(name, orderSchema, {
    description: 'A customer placed an order.',
    delivery: 'durable',
    retention: { maxCount },
  });
}
