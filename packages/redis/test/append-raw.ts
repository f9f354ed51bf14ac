import type { RawEntry } from '@tidings/core/testing';
import type { RedisBusOptions } from '@tidings/redis';
import { open } from './log-world.js';

/** Puts an entry into a log past every bus, in partition 0. */
export async function appendRaw(options: RedisBusOptions, { channel: name, keyed, events }: RawEntry): Promise<void> {
  await using opened = await open(options);
  const kept = Number.POSITIVE_INFINITY;
  await opened.log.append({ name, keyed, maxAgeMs: kept, maxCount: kept }, 0, [{ events }]);
}
