import type { Channel } from '@tidings/core';
import type { RedisBus } from '@tidings/redis';
import type { Order } from '../durable/order.js';
import { broadcastOrders, durableOrders, type OrderTypes } from '../durable/order-channels.js';

/** What goes on for long, by its delivery. */
export interface Stream {
  publish(bus: RedisBus, orders: readonly Order[]): Promise<unknown>;
  subscribe(bus: RedisBus, handle: (order: Order) => void): Promise<unknown>;
}

/** The deliveries that are measured. */
export const deliveries = ['broadcast', 'durable'] as const;

const broadcast = broadcastOrders('endurance.orders');
// So few that the log is as long as it gets before the first sample.
const durable: Channel<string, OrderTypes<'durable'>> = durableOrders('endurance.orders.kept', 50_000);

const streams: Readonly<Record<string, Stream>> = {
  broadcast: {
    publish: (bus, orders) => bus.publishMany(broadcast, orders),
    subscribe: (bus, handle) => bus.subscribe(broadcast, ({ data }) => handle(data)),
  },
  durable: {
    publish: (bus, orders) => bus.publishMany(durable, orders),
    subscribe: (bus, handle) =>
      bus.subscribe(durable, ({ data }) => handle(data), { group: 'workers', maxQueued: 512 }),
  },
};

/** One of them. @throws RangeError */
export function streamOf(delivery: string): Stream {
  const stream = streams[delivery];
  if (stream === undefined) throw new RangeError(`there is no delivery '${delivery}'`);
  return stream;
}
