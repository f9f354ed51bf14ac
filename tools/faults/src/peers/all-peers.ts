import { openBoringnode } from './boringnode.js';
import { openGraphqlHive } from './graphql-hive.js';
import { openGraphqlRedisSubscriptions } from './graphql-redis-subscriptions.js';
import { openOrpc } from './orpc.js';
import type { OpenPeer } from './peer.js';
import { openTidings } from './tidings.js';

/** The libraries that are compared, by the names of their packages. */
export const allPeers: Readonly<Record<string, OpenPeer>> = {
  '@tidings/redis': openTidings,
  '@boringnode/bus': openBoringnode,
  'graphql-redis-subscriptions': openGraphqlRedisSubscriptions,
  '@graphql-hive/pubsub': openGraphqlHive,
  '@orpc/experimental-publisher': openOrpc,
};
