import Emittery from 'emittery';
import type { Note } from '../../events/note.js';
import type { Holder } from '../holder.js';
import { drained } from './drained.js';

/** Emittery. */
export const emittery: Holder = {
  name: 'emittery',
  packages: ['emittery'],
  note: 'emittery: functions in sets; events wait in an iterator of events(), as the very objects.',
  toOne: (count) => () => {
    const emitter = new Emittery();
    for (let each = 0; each < count; each += 1) emitter.on('note', () => void each);
    return { count: () => emitter.listenerCount('note') };
  },
  toMany: (count) => {
    const names = Array.from({ length: count }, (_, number) => `note.taken.n${number}`);
    return () => {
      const emitter = new Emittery();
      for (const name of names) emitter.on(name, () => void name);
      return { count: () => emitter.listenerCount() };
    };
  },
  buffered: (noteOf, count) => {
    const emitter = new Emittery<{ note: Note }>();
    return async () => {
      const waiting = emitter.events('note');
      for (let number = 0; number < count; number += 1) await emitter.emit('note', noteOf(number));
      return { count: () => drained(waiting, count) };
    };
  },
};
