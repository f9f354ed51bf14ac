import type { EventOf } from '../bus/bus-event.js';
import type { BusEventKind, BusEventListener, BusStatus, GapReport } from '../bus/bus-events.js';
import type { ChannelAdmin } from '../bus/channel-admin.js';
import type {
  BatchGroupOptions,
  BatchHandler,
  CursorOptions,
  CursorStreamOptions,
  GroupHandler,
  GroupOptions,
} from '../bus/durable-options.js';
import type { CloseOptions, EventBus } from '../bus/event-bus.js';
import type { EventStream } from '../bus/event-stream.js';
import type { Health } from '../bus/health.js';
import type { Middleware } from '../bus/middleware.js';
import type { EncodedEvent, PublishedEvent, PublishOptions } from '../bus/publish-options.js';
import type { EventHandler, EventStreamOptions, SubscribeOptions } from '../bus/subscribe-options.js';
import type { Subscription } from '../bus/subscription.js';
import type { AnyChannel, BroadcastChannel, DurableChannel, PublishOf } from '../channel/channel.js';
import { TidingsError } from '../errors/tidings-error.js';
import type { BusTransport } from '../transport/bus-transport.js';
import { BroadcastCarrier } from './broadcast-carrier.js';
import { BufferedStream } from './buffered-stream.js';
import type { BusCore, HandlerWork } from './bus-core.js';
import { type BusOptions, resolveBusOptions } from './bus-options.js';
import { frameLimits } from './carrier.js';
import { ChannelReaders } from './channel-readers.js';
import { checkCloseOptions } from './check-close-options.js';
import { closeInTime } from './close-in-time.js';
import { DurableFront } from './durable/durable-front.js';
import { DurableOutbox } from './durable/durable-outbox.js';
import { LogCarrier, type LogTarget } from './durable/log-carrier.js';
import { EventEncoder } from './event-encoder.js';
import { HandlerSubscription } from './handler-subscription.js';
import { Inbox } from './inbox.js';
import { Listeners } from './listeners.js';
import { withMiddleware } from './middleware-layers.js';
import { newEpoch } from './new-epoch.js';
import { refuse } from './option-checks.js';
import { Outbox } from './outbox.js';
import { PendingWork } from './pending-work.js';
import { Publisher } from './publisher.js';
import { requireChannel } from './require-channel.js';
import { newTotals } from './totals.js';
import { TransportLink } from './transport-link.js';

/**
 * The bus that stands in front of a transport: everything that a bus promises is kept here, once, for all transports.
 *
 * For those who write an adapter; users make a `MemoryBus` or a `RedisBus`.
 */
export class TransportBus implements EventBus {
  readonly #core: BusCore;
  readonly #outbox: Outbox;
  /** For durable channels, where the transport has a log. */
  readonly #logOutbox: Outbox<LogTarget> | undefined;
  readonly #durable: DurableFront | undefined;
  readonly #publisher: Publisher;
  readonly #readers: ChannelReaders;
  readonly #inbox: Inbox;
  readonly #link: TransportLink;
  #lastGap: (GapReport & { readonly at: Date }) | undefined;
  #closing: Promise<void> | undefined;

  constructor(transport: BusTransport, options: BusOptions = {}) {
    const resolved = resolveBusOptions(options);
    this.#core = {
      options: resolved,
      listeners: new Listeners(),
      totals: newTotals(),
      work: new PendingWork(),
      leaving: new Set(),
      layers: { publish: [], deliver: [] },
    };
    const epoch = newEpoch();
    const problem = (): TidingsError | undefined => this.#link.problem;
    const link = { opened: () => this.#link.open(), problem };
    const frame = frameLimits(resolved);
    this.#outbox = new Outbox(new BroadcastCarrier(transport, epoch, frame), resolved, problem);
    const { log } = transport;
    if (log !== undefined) {
      this.#logOutbox = new Outbox(new LogCarrier(log, transport.gathers, frame), resolved, problem);
      this.#durable = new DurableFront(this.#core, log, link);
    }
    const out = {
      outbox: this.#outbox,
      durable: log && this.#logOutbox && new DurableOutbox(this.#logOutbox, log),
    };
    this.#publisher = new Publisher(this.#core, new EventEncoder(resolved, epoch), out, (channel) =>
      this.#use(channel),
    );
    this.#readers = new ChannelReaders(transport, resolved, link, (channel, cause) => {
      this.#link.fail(
        new TidingsError('transport_failed', `the channel '${channel}' could not be closed`, { cause, channel }),
      );
    });
    this.#inbox = new Inbox(this.#core, this.#readers);
    this.#link = new TransportLink(this.#core, transport, {
      frame: (channel, frame) => this.#inbox.push(channel, frame),
      writable: () => {
        for (const outbox of this.#outboxes()) outbox.resume();
      },
      lost: () => {
        for (const outbox of this.#outboxes()) outbox.away();
      },
      dead: (error) => {
        for (const outbox of this.#outboxes()) outbox.refuse(error);
      },
    });
    // First of all listeners, so that whoever is told of a gap sees it in health().
    this.#core.listeners.observeGaps((gap) => {
      if (gap.reason === 'hole' || gap.reason === 'trimmed') this.#core.totals.missed += gap.count ?? 0;
      this.#core.totals.gaps += 1;
      this.#lastGap = { ...gap, at: new Date(resolved.clock.now()) };
    });
  }

  get status(): BusStatus {
    return this.#link.status;
  }

  publish<C extends AnyChannel>(channel: C, data: PublishOf<C>, options?: PublishOptions): Promise<PublishedEvent> {
    return this.#publisher.publish(channel, data, options);
  }

  publishMany<C extends AnyChannel>(
    channel: C,
    data: readonly PublishOf<C>[],
    options?: PublishOptions,
  ): Promise<PublishedEvent[]> {
    return this.#publisher.publishMany(channel, data, options);
  }

  subscribe<C extends BroadcastChannel>(
    channels: C | readonly C[],
    handler: EventHandler<C>,
    options?: SubscribeOptions,
  ): Promise<Subscription>;
  subscribe<C extends DurableChannel>(
    channels: C | readonly C[],
    handler: GroupHandler<C>,
    options: GroupOptions,
  ): Promise<Subscription>;
  subscribe<C extends DurableChannel>(
    channels: C | readonly C[],
    handler: BatchHandler<C>,
    options: BatchGroupOptions,
  ): Promise<Subscription>;
  subscribe<C extends DurableChannel>(
    channels: C | readonly C[],
    handler: EventHandler<C>,
    options: CursorOptions,
  ): Promise<Subscription>;
  async subscribe(
    channels: AnyChannel | readonly AnyChannel[],
    handler: unknown,
    options: object = {},
  ): Promise<Subscription> {
    const list = this.#channelList(channels);
    const { signal } = Object(options) as SubscribeOptions;
    if (signal?.aborted) throw aborted('subscribe', signal);
    try {
      const subscription = await this.#subscribeTo(list, handler, options);
      if (!signal?.aborted && this.#closing === undefined) return subscription;
    } catch (error) {
      if (this.#closing === undefined && !signal?.aborted) throw error;
    }
    if (signal?.aborted) throw aborted('subscribe', signal);
    throw closed('subscribe');
  }

  async #subscribeTo(list: readonly AnyChannel[], handler: unknown, options: object): Promise<Subscription> {
    if (this.#durable !== undefined && isDurable(list)) return this.#durable.subscribe(list, handler, options);
    const names = list.map(({ name }) => name);
    const subscription = new HandlerSubscription(
      this.#core,
      names,
      handler as EventHandler<AnyChannel>,
      options,
      (own) => this.#readers.remove(own),
    );
    await this.#readers.add(list, subscription);
    return subscription;
  }

  events<C extends BroadcastChannel>(channels: C | readonly C[], options?: EventStreamOptions): EventStream<EventOf<C>>;
  events<C extends DurableChannel>(channels: C | readonly C[], options: CursorStreamOptions): EventStream<EventOf<C>>;
  events(channels: AnyChannel | readonly AnyChannel[], options: EventStreamOptions = {}): EventStream<unknown> {
    const list = this.#channelList(channels);
    if (this.#durable !== undefined && isDurable(list)) return this.#durable.stream(list, options);
    const names = list.map(({ name }) => name);
    const stream = new BufferedStream<unknown>(this.#core, names, options, (own) => this.#readers.remove(own));
    if (options.signal?.aborted) {
      void stream.close();
      return stream;
    }
    stream.ready = this.#unlessClosed(this.#readers.add(list, stream));
    // Nobody has to look at `ready`: the loop tells the same.
    stream.ready.catch(() => {});
    return stream;
  }

  unsubscribe<C extends DurableChannel>(channel: C, handler?: GroupHandler<C> | BatchHandler<C>): Promise<void>;
  unsubscribe<C extends AnyChannel>(channel: C, handler?: EventHandler<C>): Promise<void>;
  async unsubscribe(channel: AnyChannel, handler?: unknown): Promise<void> {
    requireChannel(channel);
    if (handler !== undefined && typeof handler !== 'function') {
      refuse('this call of unsubscribe', ['the handler must be the function that was subscribed, or be left out']);
    }
    const readers = this.#readers.get(channel.name)?.readers ?? [];
    const receivers = readers.map(({ receiver }) => receiver);
    const concerned = handler === undefined ? receivers : receivers.filter((receiver) => receiver.handler === handler);
    await Promise.all([
      ...concerned.map((receiver) => this.#readers.remove(receiver, channel.name)),
      this.#durable?.unsubscribe(channel.name, handler),
    ]);
  }

  channels(): readonly string[] {
    return [...this.#readers.names(), ...(this.#durable?.names() ?? [])].sort();
  }

  subscriberCount(channel: AnyChannel): number {
    requireChannel(channel);
    return (this.#readers.get(channel.name)?.readers.length ?? 0) + (this.#durable?.count(channel.name) ?? 0);
  }

  use(middleware: Middleware): this {
    this.#core.layers = withMiddleware(this.#core.layers, middleware);
    return this;
  }

  on<K extends BusEventKind>(kind: K, listener: BusEventListener<K>): () => void {
    return this.#core.listeners.add(kind, listener);
  }

  encode<C extends AnyChannel>(channel: C, data: PublishOf<C>, options?: PublishOptions): EncodedEvent {
    return this.#publisher.encode(channel, data, options);
  }

  publishEncoded(
    channel: AnyChannel,
    encoded: EncodedEvent | string,
    options?: Pick<PublishOptions, 'signal'>,
  ): Promise<PublishedEvent> {
    return this.#publisher.publishEncoded(channel, encoded, options);
  }

  admin(channel: DurableChannel): ChannelAdmin {
    this.#use(channel);
    if (this.#durable !== undefined && isDurable([channel])) return this.#durable.admin(channel);
    throw new TidingsError('invalid_option', `channel '${channel.name}' is broadcast: nothing of it is kept`, {
      channel: channel.name,
    });
  }

  health(): Health {
    const handlers = [...this.#handlers(), ...(this.#durable?.receivers ?? [])];
    const { status, since, problem } = this.#link;
    return {
      status,
      healthy: status === 'ready',
      since,
      problem: status === 'closed' ? undefined : problem,
      outgoing: sum(this.#outboxes().map(({ outgoing }) => outgoing)),
      queued: sum(handlers.map(({ queued }) => queued)) + sum(this.#streams().map(({ buffered }) => buffered)),
      running: sum(handlers.map(({ running }) => running)),
      lastGap: this.#lastGap,
      totals: { ...this.#core.totals },
    };
  }

  close(options: CloseOptions = {}): Promise<void> {
    if (this.#closing !== undefined) return this.#closing;
    try {
      checkCloseOptions(options);
    } catch (error) {
      return Promise.reject(error);
    }
    let closed: (closing: Promise<void>) => void = () => {};
    this.#closing = new Promise((resolve) => {
      closed = resolve;
    });
    // Only now: a listener to the status may call close() too, or publish.
    closed(this.#close(options));
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close({ drain = true, timeoutMs = 10_000 }: CloseOptions): Promise<void> {
    const { work, options } = this.#core;
    this.#link.end();
    const inTime = closeInTime(options.clock, timeoutMs);
    // What handlers that hang leave of a durable channel's events has to be given back, or others wait for it.
    const inUse = this.#durable !== undefined && this.#durable.receivers.length > 0;
    const handlersInTime = closeInTime(options.clock, timeoutMs - (inUse ? Math.min(1_000, timeoutMs / 4) : 0));
    if (!drain) this.#stopReceiving(drain);
    if (this.#link.used) await inTime.wait(Promise.all(this.#outboxes().map((outbox) => outbox.drained())));
    for (const outbox of this.#outboxes()) outbox.close();
    if (drain) this.#stopReceiving(drain);
    await handlersInTime.wait(work.done());
    handlersInTime.stop();
    this.#abandonHandlers(timeoutMs);
    this.#readers.clear();
    if (this.#durable !== undefined) await inTime.wait(this.#durable.over());
    this.#durable?.clear();
    await inTime.wait(this.#link.close(Math.max(1, inTime.leftMs())));
    inTime.stop();
  }

  #stopReceiving(drain: boolean): void {
    this.#inbox.close(drain);
    for (const receiver of this.#readers.receivers()) receiver.finish(drain);
    this.#durable?.finish(drain);
  }

  #abandonHandlers(timeoutMs: number): void {
    const left = this.#core.work.count;
    if (left === 0) return;
    const error = new TidingsError(
      'close_timeout',
      `the bus was closed with ${left} ${left === 1 ? 'event' : 'events'} not handled to the end within ${timeoutMs} ms (timeoutMs)`,
    );
    for (const handler of this.#handlers()) handler.abandon(error);
    this.#durable?.abandon(error);
    this.#link.fail(error);
  }

  #outboxes(): readonly Pick<Outbox, 'away' | 'close' | 'drained' | 'outgoing' | 'refuse' | 'resume'>[] {
    return this.#logOutbox === undefined ? [this.#outbox] : [this.#outbox, this.#logOutbox];
  }

  #handlers(): readonly HandlerWork[] {
    const subscribed = [...this.#readers.receivers()].filter((receiver) => receiver instanceof HandlerSubscription);
    return [...new Set<HandlerWork>([...subscribed, ...this.#core.leaving])];
  }

  #streams(): readonly BufferedStream<unknown>[] {
    return [...this.#readers.receivers()].filter((receiver) => receiver instanceof BufferedStream);
  }

  async #unlessClosed(added: Promise<void> | undefined): Promise<void> {
    if (added === undefined) return;
    await added;
    if (this.#closing !== undefined) throw closed('receive');
  }

  #channelList<C extends AnyChannel>(channels: C | readonly C[]): readonly C[] {
    const list = Array.isArray(channels) ? (channels as readonly C[]) : [channels as C];
    if (list.length === 0) refuse('this subscription', ['the list of channels is empty']);
    for (const channel of list) this.#use(channel);
    const kinds = new Set(list.map(({ delivery }) => delivery));
    if (kinds.size > 1) {
      refuse('this subscription', [
        'it names broadcast and durable channels, which are received differently: make two of it',
      ]);
    }
    return [...new Map(list.map((channel) => [channel.name, channel])).values()];
  }

  /** Checks that a channel can be used here and now. */
  #use(channel: AnyChannel): void {
    requireChannel(channel);
    if (channel.delivery !== 'broadcast' && this.#durable === undefined) {
      const message = `channel '${channel.name}' is ${channel.delivery}, and this bus has no log to deliver it from: define it with delivery 'broadcast'`;
      throw new TidingsError('unsupported', message, { channel: channel.name });
    }
    if (this.#closing !== undefined) throw closed('use', channel.name);
    this.#link.open()?.catch(() => {});
  }
}

function closed(what: string, channel?: string): TidingsError {
  const message =
    channel === undefined
      ? `can not ${what}: the bus is closed`
      : `channel '${channel}' can not be used: the bus is closed`;
  return new TidingsError('closed', message, { channel });
}

function aborted(what: string, signal: AbortSignal): TidingsError {
  return new TidingsError('aborted', `${what} was given up: its signal was aborted`, { cause: signal.reason });
}

function isDurable(channels: readonly AnyChannel[]): channels is readonly DurableChannel[] {
  return channels[0]?.delivery === 'durable';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
