import type { EventOf } from '../../bus/bus-event.js';
import type { CursorOptions, StartFrom } from '../../bus/durable-options.js';
import type { EventBus } from '../../bus/event-bus.js';
import type { DurableChannel } from '../../channel/channel.js';

/** Reads without a group, and returns the list to which every event is added as it comes. */
export async function collectFrom<C extends DurableChannel>(
  bus: EventBus,
  channels: C | readonly C[],
  from: StartFrom,
  options: Omit<CursorOptions, 'from' | 'group'> = {},
): Promise<readonly EventOf<C>[]> {
  const read: EventOf<C>[] = [];
  await bus.subscribe(channels, (event) => void read.push(event), { ...options, from });
  return read;
}
