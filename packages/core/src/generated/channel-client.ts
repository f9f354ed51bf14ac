import type { EventOf } from '../bus/bus-event.js';
import type { EventBus } from '../bus/event-bus.js';
import type { EventStream } from '../bus/event-stream.js';
import type { PublishedEvent, PublishOptions } from '../bus/publish-options.js';
import type { EventHandler, EventStreamOptions, SubscribeOptions } from '../bus/subscribe-options.js';
import type { Subscription } from '../bus/subscription.js';
import type { AnyChannel, PublishOf } from '../channel/channel.js';

/** One channel of one bus: what a generated facade has for each of its channels. */
export interface ChannelClient<C extends AnyChannel> {
  /** The channel. */
  readonly channel: C;
  /** Publishes one event. See {@link EventBus.publish}. */
  publish(data: PublishOf<C>, options?: PublishOptions): Promise<PublishedEvent>;
  /** Publishes several events, in order. See {@link EventBus.publishMany}. */
  publishMany(data: readonly PublishOf<C>[], options?: PublishOptions): Promise<PublishedEvent[]>;
  /** Calls a handler for every event. See {@link EventBus.subscribe}. */
  subscribe(handler: EventHandler<C>, options?: SubscribeOptions): Promise<Subscription>;
  /** Ends the subscriptions of a handler, or of all. See {@link EventBus.unsubscribe}. */
  unsubscribe(handler?: EventHandler<C>): Promise<void>;
  /** The events as an async iterable. See {@link EventBus.events}. */
  events(options?: EventStreamOptions): EventStream<EventOf<C>>;
}

/** Binds a channel to a bus. */
export function channelClient<C extends AnyChannel>(bus: EventBus, channel: C): ChannelClient<C> {
  return {
    channel,
    publish: (data, options) => bus.publish(channel, data, options),
    publishMany: (data, options) => bus.publishMany(channel, data, options),
    subscribe: (handler, options) => bus.subscribe(channel, handler, options),
    unsubscribe: (handler) => bus.unsubscribe(channel, handler),
    events: (options) => bus.events(channel, options),
  };
}
