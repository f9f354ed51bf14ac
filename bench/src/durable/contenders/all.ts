import type { DurableContender } from '../contender.js';
import { bullmqContenders } from './bullmq.js';
import { moleculerChannels } from './moleculer-channels.js';
import { tidingsContenders } from './tidings.js';

/** Everybody who takes part. */
export const contenders: readonly DurableContender[] = [...tidingsContenders, ...bullmqContenders, moleculerChannels];

/** One of them. @throws RangeError */
export function contenderOf(name: string): DurableContender {
  const found = contenders.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`there is no contender '${name}'`);
  return found;
}
