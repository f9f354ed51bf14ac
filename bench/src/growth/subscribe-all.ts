import { settledMemory } from '../process/settled-memory.js';
import type { GrowthBus } from './contender.js';
import type { Shape } from './shape.js';

/** What it took to subscribe to everything. */
export interface SubscribedFigures {
  /** Until orders arrived at all, in milliseconds. */
  readonly subscribeMs: number;
  /** The heap with all of them, in MB. */
  readonly heapMb: number;
}

/** Subscribes as often as a shape says, side by side. @param handled Called for each delivery. */
export async function subscribeAll(
  bus: GrowthBus,
  { topics, subscribers }: Shape,
  handled: () => void,
): Promise<SubscribedFigures> {
  const begun = performance.now();
  await Promise.all(
    topics.flatMap((_, topic) => Array.from({ length: subscribers }, () => bus.subscribe(topic, handled))),
  );
  const subscribeMs = performance.now() - begun;
  return { subscribeMs, heapMb: settledMemory().heapMb };
}
