import { createRequire } from 'node:module';
import moleculer from 'moleculer';
import type { DurableContender } from '../contender.js';
import type { Order } from '../order.js';

interface Broker {
  createService(schema: object): unknown;
  start(): Promise<void>;
  stop(): Promise<void>;
  sendToChannel(name: string, payload: object): Promise<void>;
}

const channels = createRequire(import.meta.url)('@moleculer/channels') as {
  readonly Middleware: (options: object) => object;
};

/** @moleculer/channels: https://github.com/moleculerjs/moleculer-channels#redis-streams */
export const moleculerChannels: DurableContender = {
  name: '@moleculer/channels',
  packages: ['@moleculer/channels', 'moleculer'],
  checks: 'nothing',
  note: '@moleculer/channels: Redis adapter, sendToChannel for each (there is nothing for several), 500 at a time, maxInFlight 256; validates nothing.',
  orders: 30_000,
  async openPublisher(url) {
    const broker = brokerAt(url);
    await broker.start();
    return {
      publish: (orders) => Promise.all(orders.map((order) => broker.sendToChannel('order.placed', order))),
      close: () => broker.stop(),
    };
  },
  async openWorker(url, handled) {
    const broker = brokerAt(url);
    broker.createService({
      name: 'workers',
      channels: {
        'order.placed': {
          maxInFlight: 256,
          redis: { startID: '0' },
          handler: async ({ number }: Order) => handled(number),
        },
      },
    });
    await broker.start();
    return { close: () => broker.stop() };
  },
};

function brokerAt(url: string): Broker {
  return new moleculer.ServiceBroker({
    logger: false,
    middlewares: [channels.Middleware({ adapter: url })],
  } as never) as unknown as Broker;
}
