import type { GroupOptions } from '../../bus/durable-options.js';
import type { EventBus } from '../../bus/event-bus.js';
import type { DurableSampleChannel } from './durable-channel.js';

/** Becomes a member of a group, and returns the list to which the number of each event is added as it is handled. */
export async function collectGroupNumbers(
  bus: EventBus,
  channel: DurableSampleChannel,
  group: string,
  options: Omit<GroupOptions, 'group'> = {},
): Promise<readonly number[]> {
  const handled: number[] = [];
  await bus.subscribe(channel, ({ data }) => void handled.push(data.n), { ...options, group });
  return handled;
}
