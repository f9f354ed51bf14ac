import type { Holder } from '../holder.js';
import { bare } from './bare.js';
import { emittery } from './emittery.js';
import { eventEmitter } from './event-emitter.js';
import { parsed } from './parsed.js';
import { tidings, tidingsEvents } from './tidings.js';

/** Everybody who takes part. */
export const holders: readonly Holder[] = [tidings, tidingsEvents, eventEmitter, emittery, bare, parsed];

/** One of them. @throws RangeError */
export function holderOf(name: string): Holder {
  const found = holders.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`there is nothing that is called '${name}'`);
  return found;
}
