import type {
  BatchGroupOptions,
  BatchHandler,
  CursorOptions,
  GroupHandler,
  GroupOptions,
} from '../bus/durable-options.js';
import type { EventBus } from '../bus/event-bus.js';
import type { EventHandler, SubscribeOptions } from '../bus/subscribe-options.js';
import type { Subscription } from '../bus/subscription.js';
import type { AnyChannel, BroadcastChannel, DurableChannel } from '../channel/channel.js';
import { channelsMatching, type Matching } from '../channel/channels-matching.js';

/** A pattern if it matches something, and only channels of that delivery; otherwise nothing that could be given. */
type Pattern<C extends AnyChannel, Of extends AnyChannel, P extends string> = [Matching<C, P>] extends [never]
  ? never
  : Matching<C, P> extends Of
    ? P
    : never;

type Broadcast<C extends AnyChannel, P extends string> = Extract<Matching<C, P>, BroadcastChannel>;
type Durable<C extends AnyChannel, P extends string> = Extract<Matching<C, P>, DurableChannel>;

/** What a generated facade offers over all its channels. */
export interface ContractClient<C extends AnyChannel> {
  /**
   * Calls a handler for the events of every channel whose name matches a pattern, such as `order.*`. All of them are broadcast, or
   * all are durable.
   *
   * @throws TidingsError by rejection: `invalid_option` if the pattern matches nothing, and what `subscribe` has.
   */
  subscribe<const P extends string>(
    pattern: Pattern<C, BroadcastChannel, P>,
    handler: EventHandler<Broadcast<C, P>>,
    options?: SubscribeOptions,
  ): Promise<Subscription>;
  /** The same for durable channels, as a member of a group. */
  subscribe<const P extends string>(
    pattern: Pattern<C, DurableChannel, P>,
    handler: GroupHandler<Durable<C, P>>,
    options: GroupOptions,
  ): Promise<Subscription>;
  /** The same, several events in a call. */
  subscribe<const P extends string>(
    pattern: Pattern<C, DurableChannel, P>,
    handler: BatchHandler<Durable<C, P>>,
    options: BatchGroupOptions,
  ): Promise<Subscription>;
  /** The same without a group, from a place on. */
  subscribe<const P extends string>(
    pattern: Pattern<C, DurableChannel, P>,
    handler: EventHandler<Durable<C, P>>,
    options: CursorOptions,
  ): Promise<Subscription>;
}

/** Binds a contract's channels to a bus. */
export function contractClient<C extends AnyChannel>(bus: EventBus, channels: readonly C[]): ContractClient<C> {
  // What a bus does with channels depends on them, not on the method that was called.
  const subscribe = async (
    pattern: string,
    handler: EventHandler<BroadcastChannel>,
    options?: SubscribeOptions,
  ): Promise<Subscription> =>
    bus.subscribe(
      channelsMatching(channels, pattern) as readonly AnyChannel[] as readonly BroadcastChannel[],
      handler,
      options,
    );
  return { subscribe: subscribe as unknown as ContractClient<C>['subscribe'] };
}
