import { MemoryBus } from '@tidings/core';
import { type Note, noteWritten } from '../../events/note.js';
import { fail, failOnGaps } from '../../fail-on-gaps.js';
import type { MemoryContender } from '../contender.js';

interface Variant {
  readonly name: string;
  readonly note: string;
  publish(bus: MemoryBus, notes: readonly Note[]): Promise<unknown>;
}

function contender({ name, note, publish }: Variant): MemoryContender {
  return {
    name,
    packages: ['@tidings/core', 'zod'],
    checks: 'both ends',
    note: `${name}: ${note}; a CloudEvent in JSON, checked by zod on both ends, handlers with a time limit and a bounded queue of their own.`,
    events: 500_000,
    async open(handlers, handled) {
      const bus = new MemoryBus({ source: '/bench' });
      failOnGaps(bus);
      bus.on('error', (error) => fail(error.message));
      bus.on('invalid', ({ message }) => fail(message));
      for (let each = 0; each < handlers; each += 1) await bus.subscribe(noteWritten, ({ data }) => handled(data));
      return (notes) => publish(bus, notes);
    },
  };
}

/** Tidings, in the ways in which it can be used. */
export const tidingsContenders: readonly MemoryContender[] = [
  contender({
    name: 'tidings',
    note: 'publish, 512 awaited together',
    publish: (bus, notes) => Promise.all(notes.map((note) => bus.publish(noteWritten, note))),
  }),
  contender({
    name: 'tidings, publishMany',
    note: 'publishMany of 512',
    publish: (bus, notes) => bus.publishMany(noteWritten, notes),
  }),
  contender({
    name: 'tidings, one awaited at a time',
    note: 'publish, each awaited before the next',
    publish: async (bus, notes) => {
      for (const note of notes) await bus.publish(noteWritten, note);
    },
  }),
];
