import { RedisBus } from '@tidings/redis';
import { noteOf, noteWritten } from '../../events/note.js';

/** A channel in zod on a Redis bus. */
export function firstEvent(url: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const bus = new RedisBus({ url, source: '/bench' });
    bus
      .subscribe(noteWritten, resolve)
      .then(() => bus.publish(noteWritten, noteOf(1)))
      .catch(reject);
  });
}
