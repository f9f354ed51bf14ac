import type { GrowthContender } from '../contender.js';
import { boringnodeContenders } from './boringnode.js';
import { tidingsContenders } from './tidings.js';

/** Everybody who takes part. */
export const contenders: readonly GrowthContender[] = [...tidingsContenders, ...boringnodeContenders];

/** One of them. @throws RangeError */
export function contenderOf(name: string): GrowthContender {
  const found = contenders.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`there is no contender '${name}'`);
  return found;
}
