import { once } from 'node:events';
import { Cluster, type ClusterOptions } from 'ioredis-6';
import type { Order } from '../../durable/order.js';
import type { ClusterContender } from '../contender.js';
import { topics } from '../topics.js';

type Options = Pick<ClusterOptions, 'enableAutoPipelining' | 'shardedSubscribers'>;

interface Variant {
  readonly name: string;
  readonly note: string;
  readonly sharded: boolean;
  readonly together: boolean;
  readonly orders: number;
}

const autoPipelining = 'https://github.com/redis/ioredis#autopipelining';

/** ioredis by itself, of the version that Tidings has, as the limit: JSON and nothing else. https://github.com/redis/ioredis#sharded-pubsub */
export const ioredisContenders: readonly ClusterContender[] = [
  contender({
    name: 'ioredis, PUBLISH',
    note: `PUBLISH of each, which every node sends on to every other; enableAutoPipelining (${autoPipelining})`,
    sharded: false,
    together: false,
    orders: 200_000,
  }),
  contender({
    name: 'ioredis, SPUBLISH',
    note: 'SPUBLISH of each, shardedSubscribers, enableAutoPipelining',
    sharded: true,
    together: false,
    orders: 300_000,
  }),
  contender({
    name: 'ioredis, SPUBLISH of 64',
    note: 'the same with the 64 of a burst in one message, a list in JSON',
    sharded: true,
    together: true,
    orders: 600_000,
  }),
];

function contender({ name, note, sharded, together, orders }: Variant): ClusterContender {
  return {
    name,
    packages: ['ioredis-6'],
    note: `${name}: ${note}; JSON both ways, no checks, no envelope, no acknowledgements.`,
    durable: false,
    orders,
    async openPublisher(urls) {
      const cluster = await clusterAt(urls, { enableAutoPipelining: true });
      const send = (topic: number, value: Order | readonly Order[]): Promise<unknown> => {
        const [channel = '', text] = [topics[topic], JSON.stringify(value)];
        return sharded ? cluster.spublish(channel, text) : cluster.publish(channel, text);
      };
      return {
        publish: (topic, some) => (together ? send(topic, some) : Promise.all(some.map((order) => send(topic, order)))),
        close: async () => cluster.disconnect(),
      };
    },
    async openSubscriber(urls, handled) {
      const cluster = await clusterAt(urls, { shardedSubscribers: sharded });
      cluster.on(sharded ? 'smessage' : 'message', (_channel: string, text: string) => {
        const value = JSON.parse(text) as Order | readonly Order[];
        handled(Array.isArray(value) ? value.length : 1);
      });
      await Promise.all(topics.map((topic) => (sharded ? cluster.ssubscribe(topic) : cluster.subscribe(topic))));
      return { close: async () => cluster.disconnect() };
    },
  };
}

async function clusterAt(urls: readonly string[], options: Options): Promise<Cluster> {
  const cluster = new Cluster([...urls], options);
  await once(cluster, 'ready');
  return cluster;
}
