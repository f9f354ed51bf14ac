import { RedisPubSub } from '@graphql-hive/pubsub/redis';
import { Redis } from 'ioredis';
import type { BroadcastContender } from '../contender.js';
import { inTwoWays } from './in-two-ways.js';

/** @graphql-hive/pubsub: https://the-guild.dev/graphql/hive/docs/gateway/subscriptions */
export const graphqlHive: readonly BroadcastContender[] = inTwoWays((autoPipelining) => ({
  name: '@graphql-hive/pubsub',
  kind: 'library',
  checks: 'nothing',
  packages: ['@graphql-hive/pubsub'],
  note: 'its Redis adapter, publish for each event, a burst by Promise.all; subscribe with a listener, which costs less than its iterator; validates nothing.',
  async openPublisher(url) {
    const pubsub = pubSubAt(url, autoPipelining);
    return { publish: ({ topic, data }) => pubsub.publish(topic, data), close: () => pubsub.dispose() };
  },
  async openSubscriber(url, { topics }, received) {
    const pubsub = pubSubAt(url, autoPipelining);
    for (const topic of topics) await pubsub.subscribe(topic, received);
    return { close: () => pubsub.dispose() };
  },
}));

function pubSubAt(url: string, autoPipelining: boolean): RedisPubSub<Record<string, object>> {
  return new RedisPubSub(
    { pub: new Redis(url, { enableAutoPipelining: autoPipelining }), sub: new Redis(url) },
    { channelPrefix: 'bench' },
  );
}
