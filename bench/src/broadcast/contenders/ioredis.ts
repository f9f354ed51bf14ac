import { Redis } from 'ioredis-6';
import type { BroadcastContender } from '../contender.js';

const common = {
  kind: 'limit',
  packages: ['ioredis-6'],
  async openSubscriber(url, { topics }, received) {
    const client = new Redis(url);
    client.on('message', (_, text) => received(JSON.parse(text)));
    await client.subscribe(...topics);
    return { close: () => client.quit() };
  },
} as const satisfies Partial<BroadcastContender>;

/** ioredis without a library on it. */
export const ioredis: BroadcastContender = {
  ...common,
  name: 'ioredis',
  note: 'ioredis: JSON.stringify and JSON.parse; no envelope, validates nothing.',
  async openPublisher(url) {
    const client = new Redis(url);
    return { publish: ({ topic, data }) => client.publish(topic, JSON.stringify(data)), close: () => client.quit() };
  },
};
