import type { EventBus } from '../../bus/event-bus.js';
import type { SubscribeOptions } from '../../bus/subscribe-options.js';
import type { SampleChannel } from './sample-channel.js';

/** Subscribes to samples, and returns the list to which the number of each is added as it comes. */
export async function collectNumbers(
  bus: EventBus,
  channel: SampleChannel,
  options: SubscribeOptions = {},
): Promise<readonly number[]> {
  const received: number[] = [];
  await bus.subscribe(channel, (event) => void received.push(event.data.n), options);
  return received;
}
