import type { EventOf } from '../bus/bus-event.js';
import type { ChannelAdmin } from '../bus/channel-admin.js';
import type {
  BatchGroupOptions,
  BatchHandler,
  CursorOptions,
  CursorStreamOptions,
  GroupHandler,
  GroupOptions,
} from '../bus/durable-options.js';
import type { EventBus } from '../bus/event-bus.js';
import type { EventStream } from '../bus/event-stream.js';
import type { PublishedEvent, PublishOptions } from '../bus/publish-options.js';
import type { EventHandler, EventStreamOptions, SubscribeOptions } from '../bus/subscribe-options.js';
import type { Subscription } from '../bus/subscription.js';
import type { AnyChannel, BroadcastChannel, DurableChannel, PublishOf } from '../channel/channel.js';

/** What every channel of a bus has. */
export interface PublishingClient<C extends AnyChannel> {
  /** The channel. */
  readonly channel: C;
  /** Publishes one event. See {@link EventBus.publish}. */
  publish(data: PublishOf<C>, options?: PublishOptions): Promise<PublishedEvent>;
  /** Publishes several events, in order. See {@link EventBus.publishMany}. */
  publishMany(data: readonly PublishOf<C>[], options?: PublishOptions): Promise<PublishedEvent[]>;
}

/** One broadcast channel of one bus. */
export interface BroadcastChannelClient<C extends BroadcastChannel> extends PublishingClient<C> {
  /** Calls a handler for every event. See {@link EventBus.subscribe}. */
  subscribe(handler: EventHandler<C>, options?: SubscribeOptions): Promise<Subscription>;
  /** Ends the subscriptions of a handler, or of all. See {@link EventBus.unsubscribe}. */
  unsubscribe(handler?: EventHandler<C>): Promise<void>;
  /** The events as an async iterable. See {@link EventBus.events}. */
  events(options?: EventStreamOptions): EventStream<EventOf<C>>;
}

/** One durable channel of one bus. */
export interface DurableChannelClient<C extends DurableChannel> extends PublishingClient<C> {
  /** Handles events as a member of a group. See {@link EventBus.subscribe}. */
  subscribe(handler: GroupHandler<C>, options: GroupOptions): Promise<Subscription>;
  /** The same, several events in a call. */
  subscribe(handler: BatchHandler<C>, options: BatchGroupOptions): Promise<Subscription>;
  /** Reads without a group, from a place on. */
  subscribe(handler: EventHandler<C>, options: CursorOptions): Promise<Subscription>;
  /** Ends the subscriptions of a handler, or of all. See {@link EventBus.unsubscribe}. */
  unsubscribe(handler?: GroupHandler<C> | BatchHandler<C>): Promise<void>;
  /** The events as an async iterable, from a place on. See {@link EventBus.events}. */
  events(options: CursorStreamOptions): EventStream<EventOf<C>>;
  /** Its consumer groups and dead letters. See {@link EventBus.admin}. */
  admin(): ChannelAdmin;
}

/** One channel of one bus: what a generated facade has for each of its channels. */
export type ChannelClient<C extends AnyChannel> = C extends DurableChannel
  ? DurableChannelClient<C>
  : C extends BroadcastChannel
    ? BroadcastChannelClient<C>
    : never;

/** Binds a channel to a bus. */
export function channelClient<C extends AnyChannel>(bus: EventBus, channel: C): ChannelClient<C> {
  // What a bus does with a channel depends on the channel, not on the method that was called.
  const any = channel as AnyChannel as BroadcastChannel;
  const client: BroadcastChannelClient<BroadcastChannel> & Pick<DurableChannelClient<DurableChannel>, 'admin'> = {
    channel: any,
    publish: (data, options) => bus.publish(any, data, options),
    publishMany: (data, options) => bus.publishMany(any, data, options),
    subscribe: (handler, options) => bus.subscribe(any, handler, options),
    unsubscribe: (handler) => bus.unsubscribe(any, handler),
    events: (options) => bus.events(any, options),
    admin: () => bus.admin(any as AnyChannel as DurableChannel),
  };
  return client as unknown as ChannelClient<C>;
}
