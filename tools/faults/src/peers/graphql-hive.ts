import { RedisPubSub } from '@graphql-hive/pubsub/redis';
import { Redis } from 'ioredis';
import { nothing, type OpenPeer } from './peer.js';

/** @see https://the-guild.dev/graphql/hive/docs/gateway/subscriptions */
export const openGraphqlHive: OpenPeer = async (server) => {
  const pub = new Redis(server);
  const sub = new Redis(server);
  const pubsub = new RedisPubSub<{ numbered: { n: number } }>({ pub, sub }, { channelPrefix: 'peers' });
  return {
    publish: async (n) => pubsub.publish('numbered', { n }),
    subscribe: async (receive) => pubsub.subscribe('numbered', ({ n }) => receive(n)),
    reported: nothing,
    close: async () => pubsub.dispose(),
  };
};
