import type { EventBus } from '../bus/event-bus.js';
import type { EventHandler, SubscribeOptions } from '../bus/subscribe-options.js';
import type { Subscription } from '../bus/subscription.js';
import type { AnyChannel } from '../channel/channel.js';
import { channelsMatching, type Matching } from '../channel/channels-matching.js';

/** What a generated facade offers over all its channels. */
export interface ContractClient<C extends AnyChannel> {
  /**
   * Calls a handler for the events of every channel whose name matches a pattern, such as `order.*`.
   *
   * @throws TidingsError by rejection: `invalid_option` if the pattern matches nothing, and what `subscribe` has.
   */
  subscribe<const P extends string>(
    pattern: [Matching<C, P>] extends [never] ? never : P,
    handler: EventHandler<Matching<C, P>>,
    options?: SubscribeOptions,
  ): Promise<Subscription>;
}

/** Binds a contract's channels to a bus. */
export function contractClient<C extends AnyChannel>(bus: EventBus, channels: readonly C[]): ContractClient<C> {
  return {
    subscribe: async (pattern, handler, options) =>
      bus.subscribe(
        channelsMatching(channels, pattern as string) as readonly AnyChannel[],
        handler as EventHandler<AnyChannel>,
        options,
      ),
  };
}
