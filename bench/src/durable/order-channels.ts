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
 * @param key What orders them. Default: nothing.
 */
export function durableOrders(
  name: string,
  maxCount: number,
  key?: 'customer',
): Channel<string, OrderTypes<'durable'>> {
  return defineChannel(name, orderSchema, {
    description: 'A customer placed an order.',
    delivery: 'durable',
    retention: { maxCount },
    ...(key !== undefined && { key }),
  });
}

// What was handled goes, as it does for others, but not before it is safe that it was.
const maxCount = 250_000;

/** What every durable contender of ours carries, checked on both ends. */
export const orderPlaced: Channel<string, OrderTypes<'durable'>> = durableOrders('order.placed', maxCount);

/** The same with an ordering key. */
export const keyedOrderPlaced: Channel<string, OrderTypes<'durable'>> = durableOrders(
  'order.placed.keyed',
  maxCount,
  'customer',
);
