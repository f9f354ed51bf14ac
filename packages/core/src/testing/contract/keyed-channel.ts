import { z } from 'zod';
import type { Channel } from '../../channel/channel.js';
import { defineChannel } from '../../define/define-channel.js';

/** A sample with an ordering key. */
export interface KeyedSample {
  key: string;
  n: number;
}

/** A durable channel of samples with keys. */
export type KeyedSampleChannel = Channel<
  string,
  { wire: KeyedSample; publish: KeyedSample; data: KeyedSample; delivery: 'durable' }
>;

/** A durable channel with a key, whose events are numbered. */
export function keyedChannel(name: string): KeyedSampleChannel {
  return defineChannel(name, z.object({ key: z.string(), n: z.int() }), { delivery: 'durable', key: 'key' });
}

/** Samples of several keys, those of each numbered from the first to the last; the keys take turns. */
export function keyedSamples(keys: readonly string[], first: number, last: number): KeyedSample[] {
  return Array.from({ length: (last - first + 1) * keys.length }, (_, index) => ({
    key: keys[index % keys.length] ?? '',
    n: first + Math.floor(index / keys.length),
  }));
}

/** So many keys, enough of which are in each partition. */
export function manyKeys(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `key-${index}`);
}

/** The numbers of each key, in the order in which they came. */
export function numbersByKey(handled: readonly KeyedSample[]): Readonly<Record<string, readonly number[]>> {
  const byKey: Record<string, number[]> = {};
  for (const { key, n } of handled) {
    byKey[key] ??= [];
    byKey[key].push(n);
  }
  return byKey;
}
