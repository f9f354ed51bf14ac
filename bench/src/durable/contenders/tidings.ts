import { RedisBus } from '@tidings/redis';
import { failOnGaps } from '../../fail-on-gaps.js';
import type { DurableContender } from '../contender.js';
import type { Order } from '../order.js';
import { keyedOrderPlaced, orderPlaced } from '../order-channels.js';

type OrderChannel = typeof orderPlaced;

interface Variant {
  readonly name: string;
  readonly note: string;
  readonly orders: number;
  readonly channel?: OrderChannel;
  /** Whether handlers take batches. */
  readonly batch?: true;
  readonly publish?: (bus: RedisBus, channel: OrderChannel, orders: readonly Order[]) => Promise<unknown>;
}

function contender({ name, note, orders, channel = orderPlaced, batch, publish = many }: Variant): DurableContender {
  return {
    name,
    packages: ['@tidings/redis'],
    checks: 'both ends',
    note: `${name}: ${note}, checked by zod on both ends; the log keeps the last 250,000 (of a partition).`,
    orders,
    async openPublisher(url) {
      const bus = new RedisBus({ url });
      return { publish: (several) => publish(bus, channel, several), close: () => bus.close() };
    },
    async openWorker(url, handled) {
      const bus = new RedisBus({ url });
      failOnGaps(bus);
      const options = { group: 'workers', maxQueued: 512 };
      if (batch) {
        const take = (events: readonly { readonly data: Order }[]): void => {
          for (const { data } of events) handled(data.number);
        };
        await bus.subscribe(channel, take, { ...options, batch: { maxEvents: 256 } });
      } else await bus.subscribe(channel, ({ data }) => handled(data.number), options);
      return { close: () => bus.close() };
    },
  };
}

function many(bus: RedisBus, channel: OrderChannel, orders: readonly Order[]): Promise<unknown> {
  return bus.publishMany(channel, [...orders]);
}

function one(bus: RedisBus, channel: OrderChannel, orders: readonly Order[]): Promise<unknown> {
  return Promise.all(orders.map((order) => bus.publish(channel, order)));
}

/** Tidings, in the ways in which it can be used. */
export const tidingsContenders: readonly DurableContender[] = [
  contender({ name: 'tidings', note: 'publishMany of 500, a handler for each event', orders: 500_000 }),
  contender({
    name: 'tidings, batches',
    note: 'publishMany of 500, a handler of batches',
    orders: 500_000,
    batch: true,
  }),
  contender({
    name: 'tidings, keyed',
    note: 'the same with an ordering key of 1,000 values',
    orders: 500_000,
    channel: keyedOrderPlaced,
    batch: true,
  }),
  contender({
    name: 'tidings, single',
    note: 'publish for each, 500 at a time, a handler for each event',
    orders: 300_000,
    publish: one,
  }),
];
