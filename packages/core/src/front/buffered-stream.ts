import type { EventStream } from '../bus/event-stream.js';
import type { EventStreamOptions } from '../bus/subscribe-options.js';
import { TidingsError } from '../errors/tidings-error.js';
import type { BusCore } from './bus-core.js';
import { closeOnAbort } from './close-on-abort.js';
import type { Delivery } from './delivery.js';
import { DropReport } from './drop-report.js';
import { Fifo } from './fifo.js';
import { abortSignal, atLeast, refuse, requireObject, unknownOptions } from './option-checks.js';
import type { Receiver } from './receiver.js';

type Result<E> = IteratorResult<E, undefined>;

interface Waiter<E> {
  resolve(result: Result<E>): void;
  reject(error: unknown): void;
}

type ResolvedStreamOptions = Required<Omit<EventStreamOptions, 'signal'>>;

/** A receiver that is read as an async iterable. Written by hand: a generator can't be cancelled while it waits. */
export class BufferedStream<E> implements EventStream<E>, Receiver {
  readonly channelNames: Set<string>;
  readonly handler = undefined;
  /** Set by the bus, once it knows. */
  ready: Promise<void> = Promise.resolve();
  readonly #core: BusCore;
  readonly #options: ResolvedStreamOptions;
  readonly #leave: (stream: BufferedStream<E>) => Promise<void>;
  readonly #buffer = new Fifo<Delivery>();
  readonly #drops: DropReport;
  readonly #forgetSignal: () => void;
  #waiters: Waiter<E>[] = [];
  #delivered = 0;
  #ended = false;
  #failure: { readonly error: unknown } | undefined;
  #closing: Promise<void> | undefined;

  constructor(
    core: BusCore,
    channelNames: readonly string[],
    options: EventStreamOptions,
    leave: (stream: BufferedStream<E>) => Promise<void>,
  ) {
    this.#core = core;
    this.#options = resolve(options);
    this.channelNames = new Set(channelNames);
    this.#leave = leave;
    this.#drops = new DropReport(core);
    this.#forgetSignal = closeOnAbort(this, options.signal);
  }

  get buffered(): number {
    return this.#buffer.size;
  }

  get dropped(): number {
    return this.#drops.total;
  }

  get delivered(): number {
    return this.#delivered;
  }

  push(delivery: Delivery): void {
    if (this.#ended) return;
    const waiter = this.#waiters.shift();
    if (waiter !== undefined) {
      waiter.resolve(this.#hand(delivery));
    } else if (this.#buffer.size < this.#options.maxBuffered) {
      this.#buffer.push(delivery);
    } else {
      this.#overflow(delivery);
    }
  }

  left(channel: string): void {
    this.channelNames.delete(channel);
    // What an ended stream still holds is for its reader.
    if (this.#ended) return;
    this.#buffer.keep((delivery) => delivery.channel.name !== channel);
    if (this.channelNames.size === 0) this.#end();
  }

  finish(drain: boolean): void {
    if (!drain) this.#buffer.keep(() => false);
    this.#end();
  }

  /** It can not go on: what is buffered can still be read, then the loop throws. */
  failed(error: TidingsError): void {
    if (this.#ended) return;
    const waiter = this.#waiters.shift();
    if (waiter === undefined) this.#failure = { error };
    else waiter.reject(error);
    this.#end();
  }

  next(): Promise<Result<E>> {
    const delivery = this.#buffer.shift();
    if (delivery !== undefined) return Promise.resolve(this.#hand(delivery));
    if (this.#failure !== undefined) {
      const { error } = this.#failure;
      this.#failure = undefined;
      return Promise.reject(error);
    }
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => this.#waiters.push({ resolve, reject }));
  }

  async return(): Promise<Result<E>> {
    await this.close();
    return { done: true, value: undefined };
  }

  close(): Promise<void> {
    this.#closing ??= this.#stop();
    return this.#closing;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #hand(delivery: Delivery): Result<E> {
    const { listeners, totals } = this.#core;
    this.#delivered += 1;
    totals.delivered += 1;
    if (listeners.has('delivered')) listeners.emit('delivered', { channel: delivery.channel.name, durationMs: 0 });
    this.handed();
    return { done: false, value: delivery.event as E };
  }

  /** An event has left the buffer for the reader. */
  protected handed(): void {
    // For those who fill it.
  }

  #stop(): Promise<void> {
    this.finish(false);
    this.#failure = undefined;
    return this.#leave(this);
  }

  #overflow(delivery: Delivery): void {
    const { overflow, maxBuffered } = this.#options;
    if (overflow === 'error') {
      this.#drops.add(delivery.channel.name);
      const message = `the stream's buffer of ${maxBuffered} events (maxBuffered) is full: read faster, make it larger, or choose another overflow policy`;
      this.failed(new TidingsError('queue_full', message, { channel: delivery.channel.name }));
      void this.#leave(this);
      return;
    }
    const dropped = overflow === 'drop-oldest' ? this.#buffer.shift() : delivery;
    this.#drops.add((dropped ?? delivery).channel.name);
    if (overflow === 'drop-oldest') this.#buffer.push(delivery);
  }

  #end(): void {
    this.#ended = true;
    this.#forgetSignal();
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const waiter of waiters) waiter.resolve({ done: true, value: undefined });
  }
}

function resolve(options: EventStreamOptions): ResolvedStreamOptions {
  requireObject('the options of this stream', options);
  const resolved: ResolvedStreamOptions = {
    maxBuffered: options.maxBuffered ?? 1_024,
    overflow: options.overflow ?? 'drop-oldest',
  };
  refuse('this stream', [
    ...unknownOptions(options, [...Object.keys(resolved), 'signal']),
    ...abortSignal(options.signal),
    ...atLeast(1, 'maxBuffered', resolved.maxBuffered),
    ...(['drop-oldest', 'drop-newest', 'error'].includes(resolved.overflow)
      ? []
      : ["overflow must be 'drop-oldest', 'drop-newest' or 'error'"]),
  ]);
  return resolved;
}
