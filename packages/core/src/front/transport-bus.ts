import type { EventOf } from '../bus/bus-event.js';
import type { BusEventKind, BusEventListener, BusStatus, GapReport } from '../bus/bus-events.js';
import type { CloseOptions, EventBus } from '../bus/event-bus.js';
import type { EventStream } from '../bus/event-stream.js';
import type { Health } from '../bus/health.js';
import type { Middleware } from '../bus/middleware.js';
import type { EncodedEvent, PublishedEvent, PublishOptions } from '../bus/publish-options.js';
import type { EventHandler, EventStreamOptions, SubscribeOptions } from '../bus/subscribe-options.js';
import type { Subscription } from '../bus/subscription.js';
import type { AnyChannel, PublishOf } from '../channel/channel.js';
import { TidingsError } from '../errors/tidings-error.js';
import type { BusTransport } from '../transport/bus-transport.js';
import { BufferedStream } from './buffered-stream.js';
import type { BusCore, HandlerWork } from './bus-core.js';
import { type BusOptions, resolveBusOptions } from './bus-options.js';
import { ChannelReaders } from './channel-readers.js';
import { checkCloseOptions } from './check-close-options.js';
import { closeInTime } from './close-in-time.js';
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
    this.#outbox = new Outbox(transport, resolved, epoch, () => this.#link.problem);
    this.#publisher = new Publisher(this.#core, new EventEncoder(resolved, epoch), this.#outbox, (channel) =>
      this.#use(channel),
    );
    this.#readers = new ChannelReaders(
      transport,
      resolved,
      { opened: () => this.#link.open(), problem: () => this.#link.problem },
      (channel, cause) => {
        this.#link.fail(
          new TidingsError('transport_failed', `the channel '${channel}' could not be closed`, { cause, channel }),
        );
      },
    );
    this.#inbox = new Inbox(this.#core, this.#readers);
    this.#link = new TransportLink(this.#core, transport, {
      frame: (channel, frame) => this.#inbox.push(channel, frame),
      writable: () => this.#outbox.resume(),
      lost: () => this.#outbox.away(),
      dead: (error) => this.#outbox.refuse(error),
    });
    // First of all listeners, so that whoever is told of a gap sees it in health().
    this.#core.listeners.observeGaps((gap) => {
      if (gap.reason === 'hole') this.#core.totals.missed += gap.count ?? 0;
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

  async subscribe<C extends AnyChannel>(
    channels: C | readonly C[],
    handler: EventHandler<C>,
    options: SubscribeOptions = {},
  ): Promise<Subscription> {
    const list = this.#channelList(channels);
    const names = list.map(({ name }) => name);
    const subscription = new HandlerSubscription(
      this.#core,
      names,
      handler as EventHandler<AnyChannel>,
      options,
      (own) => this.#readers.remove(own),
    );
    const { signal } = options;
    if (signal?.aborted) throw aborted('subscribe', signal);
    try {
      await this.#readers.add(list, subscription);
    } catch (error) {
      if (this.#closing === undefined && !signal?.aborted) throw error;
    }
    if (signal?.aborted) throw aborted('subscribe', signal);
    if (this.#closing !== undefined) throw closed('subscribe');
    return subscription;
  }

  events<C extends AnyChannel>(channels: C | readonly C[], options: EventStreamOptions = {}): EventStream<EventOf<C>> {
    const list = this.#channelList(channels);
    const names = list.map(({ name }) => name);
    const stream = new BufferedStream<EventOf<C>>(this.#core, names, options, (own) => this.#readers.remove(own));
    if (options.signal?.aborted) {
      void stream.close();
      return stream;
    }
    stream.ready = this.#unlessClosed(this.#readers.add(list, stream));
    // Nobody has to look at `ready`: the loop tells the same.
    stream.ready.catch(() => {});
    return stream;
  }

  async unsubscribe<C extends AnyChannel>(channel: C, handler?: EventHandler<C>): Promise<void> {
    requireChannel(channel);
    if (handler !== undefined && typeof handler !== 'function') {
      refuse('this call of unsubscribe', ['the handler must be the function that was subscribed, or be left out']);
    }
    const readers = this.#readers.get(channel.name)?.readers ?? [];
    const receivers = readers.map(({ receiver }) => receiver);
    const concerned = handler === undefined ? receivers : receivers.filter((receiver) => receiver.handler === handler);
    await Promise.all(concerned.map((receiver) => this.#readers.remove(receiver, channel.name)));
  }

  channels(): readonly string[] {
    return this.#readers.names();
  }

  subscriberCount(channel: AnyChannel): number {
    requireChannel(channel);
    return this.#readers.get(channel.name)?.readers.length ?? 0;
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

  health(): Health {
    const handlers = this.#handlers();
    const { status, since, problem } = this.#link;
    return {
      status,
      healthy: status === 'ready',
      since,
      problem: status === 'closed' ? undefined : problem,
      outgoing: this.#outbox.outgoing,
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
    if (!drain) this.#stopReceiving(drain);
    if (this.#link.used) await inTime.wait(this.#outbox.drained());
    this.#outbox.close();
    if (drain) this.#stopReceiving(drain);
    await inTime.wait(work.done());
    this.#abandonHandlers(timeoutMs);
    this.#readers.clear();
    await inTime.wait(this.#link.close(Math.max(1, inTime.leftMs())));
    inTime.stop();
  }

  #stopReceiving(drain: boolean): void {
    this.#inbox.close(drain);
    for (const receiver of this.#readers.receivers()) receiver.finish(drain);
  }

  #abandonHandlers(timeoutMs: number): void {
    const left = this.#core.work.count;
    if (left === 0) return;
    const error = new TidingsError(
      'close_timeout',
      `the bus was closed with ${left} ${left === 1 ? 'event' : 'events'} not handled to the end within ${timeoutMs} ms (timeoutMs)`,
    );
    for (const handler of this.#handlers()) handler.abandon(error);
    this.#link.fail(error);
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
    return [...new Map(list.map((channel) => [channel.name, channel])).values()];
  }

  /** Checks that a channel can be used here and now. */
  #use(channel: AnyChannel): void {
    requireChannel(channel);
    if (channel.delivery !== 'broadcast') {
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
