import type { ClusterContender } from '../contender.js';
import { ioredisContenders } from './ioredis.js';
import { tidingsBroadcast, tidingsDurable } from './tidings.js';

/** Everybody who takes part. */
export const contenders: readonly ClusterContender[] = [tidingsBroadcast, ...ioredisContenders, tidingsDurable];

/** One of them. @throws RangeError */
export function contenderOf(name: string): ClusterContender {
  const found = contenders.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`there is no contender '${name}'`);
  return found;
}
