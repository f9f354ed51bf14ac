import type { EventOf } from '../../bus/bus-event.js';
import type { GroupOptions } from '../../bus/durable-options.js';
import type { EventBus } from '../../bus/event-bus.js';
import type { DurableChannel } from '../../channel/channel.js';

/** Becomes a member of a group, and returns the list to which every event is added as it is handled. */
export async function collectGroup<C extends DurableChannel>(
  bus: EventBus,
  channels: C | readonly C[],
  group: string,
  options: Omit<GroupOptions, 'group'> = {},
): Promise<readonly EventOf<C>[]> {
  const handled: EventOf<C>[] = [];
  await bus.subscribe(channels, (event) => void handled.push(event), { ...options, group });
  return handled;
}
