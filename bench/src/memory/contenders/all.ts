import type { MemoryContender } from '../contender.js';
import { boringnodeBus } from './boringnode-bus.js';
import { emittery } from './emittery.js';
import { eventEmitter } from './event-emitter.js';
import { eventEmitter3 } from './eventemitter3.js';
import { mittEmitter } from './mitt.js';
import { tidingsContenders } from './tidings.js';
import { validatedEventEmitter } from './validated-event-emitter.js';

/** What it is measured by: what one would write by hand, doing the same to an event. */
export const yardstick: MemoryContender = validatedEventEmitter;

/** Everybody who takes part. */
export const contenders: readonly MemoryContender[] = [
  ...tidingsContenders,
  yardstick,
  eventEmitter,
  emittery,
  mittEmitter,
  eventEmitter3,
  boringnodeBus,
];

/** One of them. @throws RangeError */
export function contenderOf(name: string): MemoryContender {
  const found = contenders.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`there is no contender '${name}'`);
  return found;
}
