import { MemoryBus } from '@tidings/core';
import { noteOf, noteWritten } from '../../events/note.js';

/** A channel in zod on a memory bus. */
export function firstEvent(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const bus = new MemoryBus({ source: '/bench' });
    bus
      .subscribe(noteWritten, resolve)
      .then(() => bus.publish(noteWritten, noteOf(1)))
      .catch(reject);
  });
}
