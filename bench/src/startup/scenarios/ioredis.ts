import { Redis } from 'ioredis';

/** Ioredis alone. */
export function firstEvent(url: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const [publisher, subscriber] = [new Redis(url), new Redis(url)];
    subscriber.on('message', (_, text) => resolve(JSON.parse(text)));
    subscriber
      .subscribe('note')
      .then(() => publisher.publish('note', JSON.stringify({ number: 1 })))
      .catch(reject);
  });
}
