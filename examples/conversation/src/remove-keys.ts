import { Redis } from 'ioredis';
import type { MeetingPlace } from './open-bus.js';

/** Removes all that a run has stored in Redis. What is left, because Redis is gone or forbids it, is told. */
export async function removeKeys({ address, prefix }: MeetingPlace): Promise<void> {
  const redis = new Redis(address, { lazyConnect: true, retryStrategy: null, connectTimeout: 1_500 });
  redis.on('error', () => {});
  try {
    await redis.connect();
    let cursor = '0';
    do {
      const [next, keys] = await redis.scan(cursor, 'MATCH', `${prefix}*`, 'COUNT', 1_000);
      if (keys.length > 0) await redis.unlink(...keys);
      cursor = next;
    } while (cursor !== '0');
  } catch (error) {
    console.error(`What the run stored in Redis is still there, under ${prefix}*: ${(error as Error).message}`);
  } finally {
    redis.disconnect();
  }
}
