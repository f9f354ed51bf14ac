/// <reference lib="esnext.disposable" preserve="true" />
import type { AnyChannel, BroadcastChannel, DurableChannel, PublishOf } from '../channel/channel.js';
import type { EventOf } from './bus-event.js';
import type { BusEventKind, BusEventListener, BusStatus } from './bus-events.js';
import type { ChannelAdmin } from './channel-admin.js';
import type {
  BatchGroupOptions,
  BatchHandler,
  CursorOptions,
  CursorStreamOptions,
  GroupHandler,
  GroupOptions,
} from './durable-options.js';
import type { EventStream } from './event-stream.js';
import type { Health } from './health.js';
import type { Middleware } from './middleware.js';
import type { EncodedEvent, PublishedEvent, PublishOptions } from './publish-options.js';
import type { EventHandler, EventStreamOptions, SubscribeOptions } from './subscribe-options.js';
import type { Subscription } from './subscription.js';

/** How a bus is closed. */
export interface CloseOptions {
  /** Whether events already received are still handled. Default true. */
  readonly drain?: boolean;
  /** How long closing may take, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number;
}

/**
 * Publishes and delivers events. Every bus behaves as written here, whatever it runs on; the contract suite in
 * `@tidings/core/testing` states the same as tests.
 *
 * A bus opens by itself at its first use. Every promise settles within a deadline, middleware and `Infinity` as a
 * deadline aside, and none needs to be awaited to be safe; but an unawaited `publish` that fails is an unhandled
 * rejection, as with any promise.
 */
export interface EventBus extends AsyncDisposable {
  /** What the bus is doing. */
  readonly status: BusStatus;

  /**
   * Publishes one event.
   *
   * The data is validated, and copied into its wire form, before this returns: changing it afterwards changes nothing.
   * Resolves when the transport has accepted the event; never waits for handlers. Handlers run later, never inside this
   * call. Events that one bus publishes on one channel are delivered in the order of their `publish` calls (with
   * publish middleware: in the order in which they leave it).
   *
   * On a durable channel, accepted means stored: every group gets it, at least once, as long as it is kept. An event whose `id` the
   * caller chose is stored once, however often it is published within a window, and so is one whose answer was lost.
   *
   * @throws TidingsError by rejection: `invalid_payload`, `too_large`, `too_deep`, `async_schema`, `invalid_option`,
   *   `unsupported`, `closed`, `aborted`, `queue_full`, `timed_out`, `not_sent`, `permission_denied`, `read_only`, `loading`,
   *   `out_of_memory` (nothing was sent); `outcome_unknown`; `middleware_failed`, and whatever publish middleware throws.
   */
  publish<C extends AnyChannel>(channel: C, data: PublishOf<C>, options?: PublishOptions): Promise<PublishedEvent>;

  /**
   * Publishes several events of one channel, in order, in as few frames as fit.
   *
   * All are validated first: if one is invalid, none is sent. If sending fails half-way the error says so, and some may
   * have been delivered. An empty list resolves at once.
   *
   * @throws TidingsError by rejection: what `publish` has; for an invalid item, its index leads the path of each issue.
   */
  publishMany<C extends AnyChannel>(
    channel: C,
    data: readonly PublishOf<C>[],
    options?: PublishOptions,
  ): Promise<PublishedEvent[]>;

  /**
   * Calls a handler for every event of one or several channels that is published from now on.
   *
   * Resolves once events will arrive. Where this bus receives the channel already, the first of them may be events that
   * were under way. With `concurrency` 1, the default, the handler is called for one event at a time,
   * in order, and the next call waits for the promise it returned. Each call of `subscribe` makes a subscription of its
   * own, also for the same handler; they never affect one another, and a handler that throws, rejects, hangs or is slow
   * affects no other. What a handler throws is reported as `error`, code `handler_failed`.
   *
   * @throws TidingsError by rejection: `closed`, `aborted`, `invalid_option`, `unsupported`, `timed_out`, `permission_denied`,
   *   `transport_failed`.
   */
  subscribe<C extends BroadcastChannel>(
    channels: C | readonly C[],
    handler: EventHandler<C>,
    options?: SubscribeOptions,
  ): Promise<Subscription>;

  /**
   * Handles the events of one or several durable channels as a member of a consumer group.
   *
   * Each event is handled by one member of the group, at least once: it is acknowledged when what the handler returned resolves.
   * When it throws, rejects or takes longer than `handlerTimeoutMs`, the event is tried again after a delay that grows, without
   * holding up events of other keys; after `retry.maxAttempts` it goes to the channel's dead-letter log. Attempts are counted over
   * crashes. Redeliveries carry the same id. Events of a version that this member may not read are parked for one that can.
   *
   * If the channel has a `key`, events of the same key are handled one after the other, in order, by whichever member has their
   * partition; without a key, members compete for events. What a member held when it left, or died, others take over.
   *
   * @throws TidingsError by rejection: `closed`, `aborted`, `invalid_option`, `unsupported`, `timed_out`, `permission_denied`,
   *   `out_of_memory`, `transport_failed`.
   */
  subscribe<C extends DurableChannel>(
    channels: C | readonly C[],
    handler: GroupHandler<C>,
    options: GroupOptions,
  ): Promise<Subscription>;

  /** The same, several events in a call. */
  subscribe<C extends DurableChannel>(
    channels: C | readonly C[],
    handler: BatchHandler<C>,
    options: BatchGroupOptions,
  ): Promise<Subscription>;

  /**
   * Reads durable channels without a group: this subscription gets every event from where it says, one after the other, goes on
   * with what is published, and keeps its place over reconnects. To go on later, keep the `cursor` of the last event that was
   * handled. A failing event is tried again in place; then it is reported as `error`, and the next one read.
   *
   * @throws TidingsError by rejection: as for groups.
   */
  subscribe<C extends DurableChannel>(
    channels: C | readonly C[],
    handler: EventHandler<C>,
    options: CursorOptions,
  ): Promise<Subscription>;

  /**
   * The events of one or several channels as an async iterable. It receives from now on; `await stream.ready` to know
   * when events will arrive.
   *
   * @throws TidingsError `invalid_option`, `unsupported` and `closed` at once; what goes wrong later is told by `ready`
   *   and by the loop.
   */
  events<C extends BroadcastChannel>(channels: C | readonly C[], options?: EventStreamOptions): EventStream<EventOf<C>>;

  /**
   * The events of durable channels as an async iterable, from where it says on: first what is kept, then what is published, with
   * nothing lost or repeated in between, and over reconnects.
   */
  events<C extends DurableChannel>(channels: C | readonly C[], options: CursorStreamOptions): EventStream<EventOf<C>>;

  /**
   * Ends, for one channel, all subscriptions of a handler, or of all handlers and streams if none is given. A
   * subscription to several channels keeps the others. What has not started is not delivered afterwards; what is running
   * goes on and is not waited for. Unsubscribing what is not subscribed does nothing. May be called in a handler.
   *
   * @throws TidingsError by rejection: `invalid_option`, for what is no channel or no function. What the transport does
   *   wrong is reported as `error`.
   */
  unsubscribe<C extends DurableChannel>(channel: C, handler?: GroupHandler<C> | BatchHandler<C>): Promise<void>;
  unsubscribe<C extends AnyChannel>(channel: C, handler?: EventHandler<C>): Promise<void>;

  /** The names of the channels with at least one local handler or stream, sorted. */
  channels(): readonly string[];

  /** How many local handlers and streams a channel has. @throws TidingsError `invalid_option`, for what is no channel. */
  subscriberCount(channel: AnyChannel): number;

  /**
   * Adds middleware, behind what is there already. Concerns events published and handled from now on.
   *
   * @throws TidingsError `invalid_option`, if it has neither function.
   */
  use(middleware: Middleware): this;

  /**
   * Listens to what the bus has to tell.
   *
   * @returns A function that removes the listener.
   * @throws TidingsError `invalid_option`, for a kind that there is not.
   */
  on<K extends BusEventKind>(kind: K, listener: BusEventListener<K>): () => void;

  /**
   * Encodes an event without publishing it: for an outbox, written in the same transaction as the data it tells of.
   *
   * @throws TidingsError `invalid_payload`, `too_large`, `too_deep`, `async_schema`, `invalid_option`.
   */
  encode<C extends AnyChannel>(channel: C, data: PublishOf<C>, options?: PublishOptions): EncodedEvent;

  /**
   * Publishes what `encode` made, perhaps by another process and long ago. It is checked again, as an incoming event is.
   * Publish middleware does not see it.
   *
   * @param encoded What `encode` returned, or its `body`.
   * @throws TidingsError by rejection: `invalid_event`, and what `publish` has.
   */
  publishEncoded(
    channel: AnyChannel,
    encoded: EncodedEvent | string,
    options?: Pick<PublishOptions, 'signal'>,
  ): Promise<PublishedEvent>;

  /**
   * Looks after the consumer groups and dead letters of a durable channel.
   *
   * @throws TidingsError `invalid_option`, `unsupported`, `closed`
   */
  admin(channel: DurableChannel): ChannelAdmin;

  /** What a probe wants to know, now. Asks nobody: it costs next to nothing. */
  health(): Health;

  /**
   * Closes the bus: refuses new work at once, sends what was accepted, lets handlers work off what has arrived (with
   * `drain: false`: only what they are at), ends streams after what they have buffered, and closes what it opened.
   *
   * Resolves whatever happens, within `timeoutMs`: what is running then has its signal aborted and is reported as `error`, code
   * `close_timeout`. Idempotent: later calls return the same promise. A handler that awaits it waits for itself, until
   * the timeout.
   *
   * @throws TidingsError by rejection, and without closing: `invalid_option`.
   */
  close(options?: CloseOptions): Promise<void>;
}
