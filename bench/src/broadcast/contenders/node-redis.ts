import { createClient } from 'redis';
import type { BroadcastContender } from '../contender.js';

/** node-redis without a library on it: https://github.com/redis/node-redis#auto-pipelining */
export const nodeRedis: BroadcastContender = {
  name: 'node-redis',
  kind: 'limit',
  checks: 'nothing',
  packages: ['redis'],
  note: 'node-redis: publish for each event, a burst by Promise.all, which it pipelines by itself; JSON.stringify and JSON.parse, no envelope, validates nothing.',
  async openPublisher(url) {
    const client = await createClient({ url }).connect();
    return { publish: ({ topic, data }) => client.publish(topic, JSON.stringify(data)), close: () => client.close() };
  },
  async openSubscriber(url, { topics }, received) {
    const client = await createClient({ url }).connect();
    await client.subscribe([...topics], (text) => received(JSON.parse(text)));
    return { close: () => client.close() };
  },
};
