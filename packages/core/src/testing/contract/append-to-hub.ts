import type { MemoryHub } from '../../memory/memory-hub.js';
import type { RawEntry } from './raw-entry.js';

/** Puts an entry into a hub's log past every bus. */
export function appendToHub(hub: MemoryHub, { channel: name, keyed, events }: RawEntry, partitions: number): void {
  const kept = Number.POSITIVE_INFINITY;
  const channel = { name, keyed, maxAgeMs: kept, maxCount: kept };
  hub.logOf(channel, partitions).append(channel, 0, [{ events }], Date.now(), 1);
}
