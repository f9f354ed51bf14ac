import type { Holder } from '../holder.js';

/** Events in a list, each made out of JSON, as those are that come from elsewhere. */
export const parsed: Holder = {
  name: 'the notes alone, out of JSON',
  packages: [],
  note: 'the notes alone, out of JSON: parsed, so that each has texts of its own.',
  buffered: (noteOf, count) => () => {
    const notes = Array.from({ length: count }, (_, number): unknown => JSON.parse(JSON.stringify(noteOf(number))));
    return { count: () => notes.length };
  },
};
