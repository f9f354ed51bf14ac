import type { BroadcastContender } from '../contender.js';
import { boringnode } from './boringnode.js';
import { graphqlHive } from './graphql-hive.js';
import { graphqlRedisSubscriptions } from './graphql-redis-subscriptions.js';
import { ioredisContenders } from './ioredis.js';
import { nestjs } from './nestjs.js';
import { nodeRedis } from './node-redis.js';
import { orpc } from './orpc.js';
import { tidingsContenders } from './tidings.js';

/** Everybody who takes part. */
export const contenders: readonly BroadcastContender[] = [
  ...tidingsContenders,
  ...boringnode,
  ...graphqlRedisSubscriptions,
  ...orpc,
  ...graphqlHive,
  ...nestjs,
  ...ioredisContenders,
  nodeRedis,
];

/** One of them. @throws RangeError */
export function contenderOf(name: string): BroadcastContender {
  const found = contenders.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`there is no contender '${name}'`);
  return found;
}
