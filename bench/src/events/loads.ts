import type { Load } from './load.js';
import { longNotes, notes, tinyNotes } from './note-load.js';

const loads: readonly Load[] = [notes, tinyNotes, longNotes];

/** The load of a name. @throws RangeError */
export function loadOf(name: string): Load {
  const found = loads.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`there is no load '${name}'`);
  return found;
}
