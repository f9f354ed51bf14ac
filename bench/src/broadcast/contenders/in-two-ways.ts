import type { BroadcastContender } from '../contender.js';
import { comesTogether } from '../task.js';

/**
 * A library on ioredis as its documentation sets it up, and with ioredis’ automatic pipelining besides, which only ioredis’
 * documentation recommends.
 */
export function inTwoWays(
  contender: (autoPipelining: boolean) => BroadcastContender,
): readonly [BroadcastContender, BroadcastContender] {
  const [usual, pipelining] = [contender(false), contender(true)];
  const name = `${pipelining.name}, auto-pipelining`;
  return [
    { ...usual, note: `${usual.name}: ${usual.note}` },
    {
      ...pipelining,
      name,
      kind: 'tuned',
      note: `${name}: as ${usual.name}, with enableAutoPipelining of ioredis, which the documentation of ioredis recommends and its own does not mention.`,
      takesPart: comesTogether,
    },
  ];
}
