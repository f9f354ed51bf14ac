import type { EventHandler, SubscribeOptions } from '../bus/subscribe-options.js';
import type { Subscription } from '../bus/subscription.js';
import type { AnyChannel } from '../channel/channel.js';
import type { TidingsError } from '../errors/tidings-error.js';
import type { BusCore } from './bus-core.js';
import { callHandler } from './call-handler.js';
import { closeOnAbort } from './close-on-abort.js';
import { Deadlines } from './deadlines.js';
import { type Delivery, DeliveryContext, EventSubject } from './delivery.js';
import { DropReport } from './drop-report.js';
import { Fifo } from './fifo.js';
import { HandlerRun, type RunOutcome } from './handler-run.js';
import { abortSignal, atLeast, duration, refuse, requireObject, unknownOptions } from './option-checks.js';
import type { Receiver } from './receiver.js';
import { Roster } from './roster.js';
import { isTurnOver, soon } from './turns.js';

type ResolvedSubscribeOptions = Required<Omit<SubscribeOptions, 'signal'>>;

/** A handler with its queue: at most `concurrency` events at a time, in order, each with a time limit. */
export class HandlerSubscription implements Subscription, Receiver {
  readonly channelNames: Set<string>;
  readonly handler: EventHandler<AnyChannel>;
  readonly #core: BusCore;
  readonly #options: ResolvedSubscribeOptions;
  readonly #leave: (subscription: HandlerSubscription) => Promise<void>;
  readonly #queue = new Fifo<Delivery>();
  readonly #running = new Roster<HandlerRun<DeliveryContext>>();
  readonly #deadlines: Deadlines;
  readonly #drops: DropReport;
  readonly #forgetSignal: () => void;
  #pumping = false;
  #finished = false;
  #closing: Promise<void> | undefined;

  constructor(
    core: BusCore,
    channelNames: readonly string[],
    handler: EventHandler<AnyChannel>,
    options: SubscribeOptions,
    leave: (subscription: HandlerSubscription) => Promise<void>,
  ) {
    this.#core = core;
    this.#options = resolve(handler, options);
    this.channelNames = new Set(channelNames);
    this.handler = handler;
    this.#leave = leave;
    this.#deadlines = new Deadlines(core.options.clock, this.#options.handlerTimeoutMs);
    this.#drops = new DropReport(core);
    this.#forgetSignal = closeOnAbort(this, options.signal);
  }

  get channels(): readonly string[] {
    return this.#finished ? [] : [...this.channelNames].sort();
  }

  get closed(): boolean {
    return this.#finished || this.channelNames.size === 0;
  }

  get queued(): number {
    return this.#queue.size;
  }

  get dropped(): number {
    return this.#drops.total;
  }

  /** How many calls of the handler are not over. */
  get running(): number {
    return this.#running.size;
  }

  push(delivery: Delivery): void {
    if (this.#finished) return;
    if (this.#queue.size >= this.#options.maxQueued) {
      const newest = this.#options.overflow === 'drop-newest';
      const dropped = newest ? delivery : this.#queue.shift();
      this.#drops.add((dropped ?? delivery).channel.name);
      if (newest) return;
      this.#core.work.end();
    }
    this.#queue.push(delivery);
    this.#core.work.begin();
    this.#wake();
  }

  left(channel: string): void {
    this.channelNames.delete(channel);
    this.#core.work.end(this.#queue.keep((delivery) => delivery.channel.name !== channel));
    if (this.channelNames.size > 0) return;
    this.#forgetSignal();
    if (this.#running.size > 0) this.#core.leaving.add(this);
    this.#rest();
  }

  failed(): void {
    // Whoever called subscribe() is told.
  }

  finish(drain: boolean): void {
    this.#finished = true;
    this.#forgetSignal();
    if (!drain) this.#letGo();
    this.#rest();
  }

  /** The bus waits no longer: what runs is aborted, what waits is let go. */
  abandon(reason: TidingsError): void {
    this.finish(false);
    for (const run of this.#running) run.abandon(reason);
  }

  close(): Promise<void> {
    if (this.#closing === undefined) {
      // All at once: channel by channel, each would look at all that waits.
      this.#letGo();
      this.#closing = this.#leave(this);
    }
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #wake(): void {
    if (this.#pumping || this.#running.size >= this.#options.concurrency) return;
    this.#pumping = true;
    soon(this.#pump);
  }

  readonly #pump = (late?: true): void => {
    this.#pumping = false;
    while (this.#running.size < this.#options.concurrency) {
      if (this.#queue.size === 0) return;
      if (isTurnOver(1, late)) {
        this.#wake();
        return;
      }
      const delivery = this.#queue.shift();
      if (delivery !== undefined) this.#start(delivery);
    }
  };

  #start(delivery: Delivery): void {
    const context = new DeliveryContext(delivery.envelope);
    const run = new HandlerRun(
      this.#core,
      new EventSubject(delivery),
      context,
      this.#options.handlerTimeoutMs,
      this.#over,
    );
    this.#running.add(run);
    run.start(() => callHandler(this.#core.layers.deliver, this.handler, delivery, context), this.#deadlines);
  }

  readonly #over = (run: HandlerRun<DeliveryContext>, outcome: RunOutcome): void => {
    if (typeof outcome === 'object') this.#core.listeners.emit('error', outcome);
    this.#running.delete(run);
    this.#core.work.end();
    if (this.#running.size === 0) this.#core.leaving.delete(this);
    if (this.#queue.size > 0) this.#wake();
    else this.#rest();
  };

  #letGo(): void {
    this.#core.work.end(this.#queue.keep(() => false));
  }

  /** Once it is over, no timer is left: where a runtime knows no `unref`, one holds the process open. */
  #rest(): void {
    if (this.closed && this.#running.size === 0 && this.#queue.size === 0) this.#deadlines.clear();
  }
}

function resolve(handler: unknown, options: SubscribeOptions): ResolvedSubscribeOptions {
  requireObject('the options of this subscription', options);
  const resolved: ResolvedSubscribeOptions = {
    concurrency: options.concurrency ?? 1,
    maxQueued: options.maxQueued ?? 100_000,
    overflow: options.overflow ?? 'drop-oldest',
    handlerTimeoutMs: options.handlerTimeoutMs ?? 30_000,
  };
  refuse('this subscription', [
    ...unknownOptions(options, [...Object.keys(resolved), 'signal']),
    ...abortSignal(options.signal),
    ...(typeof handler === 'function' ? [] : ['the handler must be a function']),
    ...(resolved.concurrency === Number.POSITIVE_INFINITY ? [] : atLeast(1, 'concurrency', resolved.concurrency)),
    ...atLeast(1, 'maxQueued', resolved.maxQueued),
    ...(['drop-oldest', 'drop-newest'].includes(resolved.overflow)
      ? []
      : ["overflow must be 'drop-oldest' or 'drop-newest'"]),
    ...duration('handlerTimeoutMs', resolved.handlerTimeoutMs),
  ]);
  return resolved;
}
