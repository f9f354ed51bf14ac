import { EventEmitter, on } from 'node:events';
import type { Note } from '../../events/note.js';
import type { Holder } from '../holder.js';
import { drained } from './drained.js';

/** The least that there can be. */
export const eventEmitter: Holder = {
  name: 'EventEmitter',
  packages: [],
  note: 'EventEmitter: functions in a list; events wait in an iterator of events.on, as the very objects.',
  toOne: (count) => () => {
    const emitter = new EventEmitter();
    emitter.setMaxListeners(0);
    for (let each = 0; each < count; each += 1) emitter.on('note', () => each);
    return { count: () => emitter.listenerCount('note') };
  },
  toMany: (count) => {
    const names = Array.from({ length: count }, (_, number) => `note.taken.n${number}`);
    return () => {
      const emitter = new EventEmitter();
      for (const name of names) emitter.on(name, () => name);
      return { count: () => emitter.eventNames().length };
    };
  },
  buffered: (noteOf, count) => {
    const emitter = new EventEmitter<{ note: [Note] }>();
    return () => {
      const waiting = on(emitter, 'note');
      for (let number = 0; number < count; number += 1) emitter.emit('note', noteOf(number));
      return { count: () => drained(waiting, count) };
    };
  },
};
