import { startParticipant } from '../process/participant.js';
import type { MemoryContender } from './contender.js';
import type { Said } from './messages.js';

/** What a round of a contender came to. */
export interface ContenderFigures extends Readonly<Record<string, number>> {
  readonly perSecond: number;
  /** Nanoseconds from the first publish to the last handler, and of processor time, an event. */
  readonly eventNs: number;
  readonly processorNs: number;
  /** The same for each time that a handler was called. */
  readonly deliveryNs: number;
  /** Bytes that an event takes from the heap; 0 if there are several handlers. */
  readonly heapBytes: number;
}

/** One publisher and so many handlers in a process of their own. */
export async function runContender(
  { name }: MemoryContender,
  handlers: number,
  events: number,
): Promise<ContenderFigures> {
  using participant = startParticipant<Said>(new URL('./memory-process.js', import.meta.url), [
    name,
    String(handlers),
    String(events),
  ]);
  const { tookMs, cpuMs, heapBytes } = await participant.said('done');
  return {
    perSecond: (events / tookMs) * 1_000,
    eventNs: (tookMs * 1_000_000) / events,
    processorNs: (cpuMs * 1_000_000) / events,
    deliveryNs: (tookMs * 1_000_000) / events / handlers,
    heapBytes,
  };
}
