import type { Channel, Delivery } from '@tidings/core';
import { RedisBus } from '@tidings/redis';
import { broadcastOrders, durableOrders, type OrderTypes } from '../../durable/order-channels.js';
import { failOnGaps } from '../../fail-on-gaps.js';
import type { ClusterContender, ClusterPublisher } from '../contender.js';
import { topics } from '../topics.js';

/** Tidings, broadcast: by sharded Pub/Sub. */
export const tidingsBroadcast: ClusterContender = {
  name: 'tidings, broadcast',
  packages: ['@tidings/redis'],
  note: 'tidings, broadcast: publishMany of 64, a handler for each event, checked by zod on both ends; sharded Pub/Sub.',
  durable: false,
  orders: 600_000,
  async openPublisher(urls) {
    return publisher(busAt(urls), topics.map(broadcastOrders));
  },
  async openSubscriber(urls, handled) {
    const bus = busAt(urls);
    await bus.subscribe(topics.map(broadcastOrders), () => handled(1));
    return { close: () => bus.close() };
  },
};

/** Tidings, durable: each channel has its log on one master. */
export const tidingsDurable: ClusterContender = {
  name: 'tidings, durable',
  packages: ['@tidings/redis'],
  note: 'tidings, durable: the same with acknowledgements, maxQueued 512; the logs keep the last 50,000 of each channel.',
  durable: true,
  orders: 400_000,
  async openPublisher(urls) {
    return publisher(busAt(urls), topics.map(kept));
  },
  async openSubscriber(urls, handled) {
    const bus = busAt(urls);
    await bus.subscribe(topics.map(kept), () => handled(1), { group: 'workers', maxQueued: 512 });
    return { close: () => bus.close() };
  },
};

function kept(name: string): Channel<string, OrderTypes<'durable'>> {
  return durableOrders(name, 50_000);
}

function publisher<D extends Delivery>(
  bus: RedisBus,
  channels: readonly Channel<string, OrderTypes<D>>[],
): ClusterPublisher {
  return {
    publish: async (topic, orders) => {
      const channel = channels[topic];
      if (channel !== undefined) await bus.publishMany(channel, orders);
    },
    close: () => bus.close(),
  };
}

function busAt(urls: readonly string[]): RedisBus {
  const bus = new RedisBus({ cluster: { nodes: urls } });
  failOnGaps(bus);
  return bus;
}
