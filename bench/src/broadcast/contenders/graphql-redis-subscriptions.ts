import { RedisPubSub } from 'graphql-redis-subscriptions';
import { Redis } from 'ioredis';
import type { BroadcastContender } from '../contender.js';
import { inTwoWays } from './in-two-ways.js';

/** graphql-redis-subscriptions: https://github.com/davidyaha/graphql-redis-subscriptions#creating-a-redis-client */
export const graphqlRedisSubscriptions: readonly BroadcastContender[] = inTwoWays((autoPipelining) => ({
  name: 'graphql-redis-subscriptions',
  kind: 'library',
  checks: 'nothing',
  packages: ['graphql-redis-subscriptions'],
  note: 'ioredis clients of its own, publish for each event, a burst by Promise.all; subscribe, which costs less than its iterator; validates nothing.',
  async openPublisher(url) {
    const pubsub = pubSubAt(url, autoPipelining);
    return { publish: ({ topic, data }) => pubsub.publish(topic, data), close: () => pubsub.close() };
  },
  async openSubscriber(url, { topics }, received) {
    const pubsub = pubSubAt(url, autoPipelining);
    for (const topic of topics) await pubsub.subscribe<object>(topic, received);
    return { close: () => pubsub.close() };
  },
}));

function pubSubAt(url: string, autoPipelining: boolean): RedisPubSub {
  return new RedisPubSub({
    publisher: new Redis(url, { enableAutoPipelining: autoPipelining }),
    subscriber: new Redis(url),
  });
}
