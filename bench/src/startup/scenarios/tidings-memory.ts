import { MemoryBus } from '@tidings/core';
import { noteOf, noteTaken } from '../../memory/note.js';

/** A channel in zod on a memory bus. */
export function firstEvent(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const bus = new MemoryBus({ source: '/bench' });
    bus
      .subscribe(noteTaken, resolve)
      .then(() => bus.publish(noteTaken, noteOf(1)))
      .catch(reject);
  });
}
