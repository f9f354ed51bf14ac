import { EventEmitter } from 'eventemitter3';
import type { Note } from '../../events/note.js';
import type { MemoryContender } from '../contender.js';

/** EventEmitter3: https://github.com/primus/eventemitter3 */
export const eventEmitter3: MemoryContender = {
  name: 'eventemitter3',
  packages: ['eventemitter3'],
  checks: 'nothing',
  note: 'eventemitter3: calls handlers inside emit, with the very object; validates, copies and awaits nothing.',
  events: 20_000_000,
  open(handlers, handled) {
    const emitter = new EventEmitter<{ note: [Note] }>();
    for (let each = 0; each < handlers; each += 1) emitter.on('note', (note) => handled(note));
    return (notes) => {
      for (const note of notes) emitter.emit('note', note);
    };
  },
};
