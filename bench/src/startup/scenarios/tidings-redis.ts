import { RedisBus } from '@tidings/redis';
import { noteOf, noteTaken } from '../../memory/note.js';

/** A channel in zod on a Redis bus. */
export function firstEvent(url: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const bus = new RedisBus({ url, source: '/bench' });
    bus
      .subscribe(noteTaken, resolve)
      .then(() => bus.publish(noteTaken, noteOf(1)))
      .catch(reject);
  });
}
