import type { BroadcastContender } from '../contender.js';
import { boringnode } from './boringnode.js';
import { ioredis } from './ioredis.js';
import { tidingsContenders } from './tidings.js';

/** Everybody who takes part. */
export const contenders: readonly BroadcastContender[] = [...tidingsContenders, boringnode, ioredis];

/** One of them. @throws RangeError */
export function contenderOf(name: string): BroadcastContender {
  const found = contenders.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`there is no contender '${name}'`);
  return found;
}
