import type { Holder } from '../holder.js';

/** Events in a list, and nothing else. */
export const bare: Holder = {
  name: 'the notes alone',
  packages: [],
  note: 'the notes alone: in a list, as they are made for all of them.',
  buffered: (noteOf, count) => () => {
    const notes = Array.from({ length: count }, (_, number) => noteOf(number));
    return { count: () => notes.length };
  },
};
