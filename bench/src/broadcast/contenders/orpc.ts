import { IORedisPublisher } from '@orpc/experimental-publisher/ioredis';
import { Redis } from 'ioredis';
import type { BroadcastContender, BroadcastSubscriber } from '../contender.js';
import { inTwoWays } from './in-two-ways.js';

/** @orpc/experimental-publisher: https://orpc.dev/docs/helpers/publisher */
export const orpc: readonly BroadcastContender[] = inTwoWays((autoPipelining) => ({
  name: '@orpc/experimental-publisher',
  kind: 'library',
  checks: 'nothing',
  packages: ['@orpc/experimental-publisher'],
  note: 'its ioredis publisher without resuming, which is off by default and would store every event besides; publish for each, a burst by Promise.all; validates nothing.',
  async openPublisher(url) {
    const { publisher, close } = publisherAt(url, autoPipelining);
    return { publish: ({ topic, data }) => publisher.publish(topic, data), close };
  },
  async openSubscriber(url, { topics }, received) {
    const { publisher, close } = publisherAt(url, autoPipelining);
    for (const topic of topics) await publisher.subscribe(topic, received);
    return { close };
  },
}));

function publisherAt(
  url: string,
  autoPipelining: boolean,
): BroadcastSubscriber & { readonly publisher: IORedisPublisher<Record<string, object>> } {
  const [commander, listener] = [new Redis(url, { enableAutoPipelining: autoPipelining }), new Redis(url)];
  return {
    publisher: new IORedisPublisher({ commander, listener }),
    close: () => Promise.all([commander.quit(), listener.quit()]),
  };
}
