import { startParticipant } from '../process/participant.js';
import { spentAnEvent } from '../profile/spent-time.js';
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

/**
 * One publisher and so many handlers in a process of their own.
 *
 * @param profiled Whether the process is profiled meanwhile.
 */
export async function runContender(
  { name }: MemoryContender,
  handlers: number,
  events: number,
  profiled = false,
): Promise<ContenderFigures> {
  using participant = startParticipant<Said>(new URL('./memory-process.js', import.meta.url), [
    name,
    String(handlers),
    String(events),
    profiled ? 'profiled' : '',
  ]);
  const done = await participant.said('done');
  const { tookMs, cpuMs, heapBytes } = done;
  return {
    perSecond: (events / tookMs) * 1_000,
    eventNs: (tookMs * 1_000_000) / events,
    processorNs: (cpuMs * 1_000_000) / events,
    deliveryNs: (tookMs * 1_000_000) / events / handlers,
    heapBytes,
    ...spentAnEvent('process', [done], events),
  };
}
