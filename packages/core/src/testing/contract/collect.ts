import type { EventOf } from '../../bus/bus-event.js';
import type { EventBus } from '../../bus/event-bus.js';
import type { SubscribeOptions } from '../../bus/subscribe-options.js';
import type { BroadcastChannel } from '../../channel/channel.js';

/** Subscribes, and returns the list to which every event is added as it comes. */
export async function collect<C extends BroadcastChannel>(
  bus: EventBus,
  channels: C | readonly C[],
  options: SubscribeOptions = {},
): Promise<readonly EventOf<C>[]> {
  const received: EventOf<C>[] = [];
  await bus.subscribe(channels, (event) => void received.push(event), options);
  return received;
}
