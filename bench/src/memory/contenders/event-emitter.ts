import { EventEmitter } from 'node:events';
import type { Note } from '../../events/note.js';
import type { MemoryContender } from '../contender.js';

/** The least that there can be: https://nodejs.org/api/events.html */
export const eventEmitter: MemoryContender = {
  name: 'EventEmitter',
  packages: [],
  checks: 'nothing',
  note: 'EventEmitter: calls handlers inside emit, with the very object; validates, copies and awaits nothing, and a handler that throws is the publisher’s.',
  events: 20_000_000,
  open(handlers, handled) {
    const emitter = new EventEmitter<{ note: [Note] }>();
    emitter.setMaxListeners(0);
    for (let each = 0; each < handlers; each += 1) emitter.on('note', (note) => handled(note));
    return (notes) => {
      for (const note of notes) emitter.emit('note', note);
    };
  },
};
