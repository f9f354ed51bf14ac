import { RedisPubSub } from 'graphql-redis-subscriptions';
import { Redis } from 'ioredis';
import { nothing, type OpenPeer } from './peer.js';

const trigger = 'numbered';

/** @see https://github.com/davidyaha/graphql-redis-subscriptions#creating-a-redis-client */
export const openGraphqlRedisSubscriptions: OpenPeer = async (server) => {
  const options = { ...server, retryStrategy: (times: number) => Math.min(times * 50, 2_000) };
  const pubsub = new RedisPubSub({ publisher: new Redis(options), subscriber: new Redis(options) });
  return {
    publish: (n) => pubsub.publish(trigger, { n }),
    subscribe: (receive) => pubsub.subscribe<{ n: number }>(trigger, ({ n }) => receive(n)),
    reported: nothing,
    close: () => pubsub.close(),
  };
};
