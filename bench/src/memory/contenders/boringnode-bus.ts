import { loadBoringnode } from '../../boringnode.js';
import type { Note } from '../../events/note.js';
import type { MemoryContender } from '../contender.js';

/** @boringnode/bus: https://github.com/boringnode/bus#without-the-manager */
export const boringnodeBus: MemoryContender = {
  name: '@boringnode/bus, memory',
  packages: ['@boringnode/bus'],
  checks: 'nothing',
  note: '@boringnode/bus, memory: publish, 512 awaited together; two buses, since none hears itself; the very object, validates nothing, awaits no handler and leaves what it throws unhandled, and keeps every message in a list for good.',
  events: 1_000_000,
  async open(handlers, handled) {
    const createBus = await loadBoringnode('memory');
    const [publisher, receiver] = [createBus(), createBus()];
    for (let each = 0; each < handlers; each += 1) {
      await receiver.subscribe('note', (note) => handled(note as Note));
    }
    return (notes) => Promise.all(notes.map((note) => publisher.publish('note', note)));
  },
};
