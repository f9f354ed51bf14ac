import Emittery from 'emittery';
import type { Note } from '../../events/note.js';
import type { MemoryContender } from '../contender.js';

/** Emittery: https://github.com/sindresorhus/emittery#emiteventname-data */
export const emittery: MemoryContender = {
  name: 'emittery',
  packages: ['emittery'],
  checks: 'nothing',
  note: 'emittery: emit, 512 awaited together, which includes the handlers; the very object, validates nothing.',
  events: 1_000_000,
  open(handlers, handled) {
    const emitter = new Emittery<{ note: Note }>();
    for (let each = 0; each < handlers; each += 1) emitter.on('note', ({ data }) => handled(data));
    return (notes) => Promise.all(notes.map((note) => emitter.emit('note', note)));
  },
};
