import * as mitt from 'mitt';
import type { Note } from '../../events/note.js';
import type { MemoryContender } from '../contender.js';

// Its declarations are those of a CommonJS module, and what is loaded is not.
const createMitt = mitt.default as unknown as typeof mitt.default.default;

/** mitt: https://github.com/developit/mitt#usage */
export const mittEmitter: MemoryContender = {
  name: 'mitt',
  packages: ['mitt'],
  checks: 'nothing',
  note: 'mitt: calls handlers inside emit, with the very object; validates, copies and awaits nothing.',
  events: 20_000_000,
  open(handlers, handled) {
    const emitter = createMitt<{ note: Note }>();
    for (let each = 0; each < handlers; each += 1) emitter.on('note', (note) => handled(note));
    return (notes) => {
      for (const note of notes) emitter.emit('note', note);
    };
  },
};
