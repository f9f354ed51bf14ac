import { type EventBus, MemoryBus } from '@tidings/core';
import { RedisBus } from '@tidings/redis';
import { broadcastOrders } from '../../durable/order-channels.js';
import { failOnGaps } from '../../fail-on-gaps.js';
import type { GrowthBus, GrowthContender } from '../contender.js';

/** Tidings in memory and through Redis. */
export const tidingsContenders: readonly GrowthContender[] = [
  {
    name: 'tidings, memory',
    packages: ['@tidings/core'],
    note: 'tidings, memory: one MemoryBus; every order is checked by zod on both ends, and is encoded and decoded in between.',
    through: 'memory',
    open: (topics) => busOf(new MemoryBus(), topics),
  },
  {
    name: 'tidings, Redis',
    packages: ['@tidings/redis'],
    note: 'tidings, Redis: the same through a server. Orders of one channel that are published at about the same time share a message: with few channels more do than with many.',
    through: 'redis',
    open: (topics, url) => busOf(new RedisBus({ url }), topics),
  },
  {
    name: 'tidings, Redis, batch: false',
    packages: ['@tidings/redis'],
    note: 'tidings, Redis, batch: false: a message for each order, with any number of channels: what is left is what their number costs.',
    through: 'redis',
    open: (topics, url) => busOf(new RedisBus({ url, batch: false }), topics),
  },
];

function busOf(bus: EventBus, topics: readonly string[]): GrowthBus {
  const channels = topics.map(broadcastOrders);
  const channelOf = (topic: number): (typeof channels)[number] => {
    const channel = channels[topic];
    if (channel === undefined) throw new RangeError(`there is no channel ${topic}`);
    return channel;
  };
  failOnGaps(bus);
  return {
    subscribe: (topic, handled) => bus.subscribe(channelOf(topic), () => handled()),
    publish: (topic, order) => bus.publish(channelOf(topic), order),
    close: () => bus.close(),
  };
}
