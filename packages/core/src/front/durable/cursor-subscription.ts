import type { DurableEvent } from '../../bus/bus-event.js';
import type { CursorOptions } from '../../bus/durable-options.js';
import type { HandlerContext } from '../../bus/handler-context.js';
import type { Subscription } from '../../bus/subscription.js';
import type { AnyChannel } from '../../channel/channel.js';
import type { TidingsError } from '../../errors/tidings-error.js';
import type { LogTransport } from '../../transport/log-transport.js';
import type { BusCore } from '../bus-core.js';
import { callHandler } from '../call-handler.js';
import { closeOnAbort } from '../close-on-abort.js';
import { Deadlines } from '../deadlines.js';
import { DeliveryContext, EventSubject } from '../delivery.js';
import { HandlerRun, type RunOutcome } from '../handler-run.js';
import { CursorPump } from './cursor-pump.js';
import { DurableDelivery } from './durable-delivery.js';
import type { DurableReceiver } from './durable-receiver.js';
import { type ResolvedCursorOptions, resolveCursorOptions } from './resolve-durable-options.js';
import { retryDelayMs } from './retry-delay.js';

/** A handler that reads durable channels without a group, one event after the other. */
export class CursorSubscription implements Subscription, DurableReceiver {
  readonly channelNames: Set<string>;
  readonly handler: unknown;
  readonly #core: BusCore;
  readonly #options: ResolvedCursorOptions;
  readonly #pump: CursorPump;
  readonly #deadlines: Deadlines;
  readonly #ended: (subscription: CursorSubscription) => void;
  readonly #forgetSignal: () => void;
  #run: HandlerRun<DeliveryContext> | undefined;
  #finished = false;
  #closing: Promise<void> | undefined;
  #stopWaiting: (() => void) | undefined;

  constructor(
    core: BusCore,
    log: LogTransport,
    channels: readonly AnyChannel[],
    handler: unknown,
    options: CursorOptions,
    ended: (subscription: CursorSubscription) => void,
  ) {
    this.#core = core;
    this.#options = resolveCursorOptions(handler, options);
    this.handler = handler;
    this.channelNames = new Set(channels.map(({ name }) => name));
    this.#deadlines = new Deadlines(core.options.clock, this.#options.handlerTimeoutMs);
    const { onUnreadable } = this.#options;
    this.#pump = new CursorPump(
      core,
      log,
      channels,
      { from: options.from, onUnreadable },
      {
        deliver: (delivery) => this.#handle(delivery),
        stopped: (error) => this.#stopped(error),
      },
    );
    this.#ended = ended;
    this.#forgetSignal = closeOnAbort(this, options.signal);
  }

  get channels(): readonly string[] {
    return [...this.channelNames].sort();
  }

  get closed(): boolean {
    return this.#finished || this.channelNames.size === 0;
  }

  get queued(): number {
    return 0;
  }

  get dropped(): number {
    return 0;
  }

  get running(): number {
    return this.#run === undefined ? 0 : 1;
  }

  get over(): Promise<unknown> {
    return this.#pump.close();
  }

  open(): Promise<void> {
    return this.#pump.open();
  }

  async leave(channel: string): Promise<void> {
    if (!this.channelNames.delete(channel)) return;
    const left = this.#pump.leave(channel);
    if (this.channelNames.size === 0) this.#end();
    await left;
  }

  close(): Promise<void> {
    this.#closing ??= Promise.all([...this.channelNames].map((name) => this.leave(name))).then(() => {});
    return this.#closing;
  }

  finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#end();
    void this.#pump.close();
  }

  abandon(reason: Error): void {
    this.#run?.abandon(reason as TidingsError);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #end(): void {
    this.#forgetSignal();
    this.#stopWaiting?.();
    this.#ended(this);
  }

  #stopped(error: TidingsError): void {
    this.#core.listeners.emit('error', error);
    void this.close();
  }

  /** Tries in place: what follows waits. */
  async #handle(delivery: DurableDelivery): Promise<void> {
    const { retry } = this.#options;
    const { channel, envelope, event } = delivery;
    for (let attempt = 1; !this.closed && this.channelNames.has(channel.name); attempt += 1) {
      const { data } = event;
      const own = attempt === 1 ? delivery : new DurableDelivery(channel, envelope, data, attempt, event.cursor);
      const outcome = await this.#try(own);
      if (typeof outcome !== 'object') return;
      this.#core.listeners.emit('error', outcome);
      if (attempt >= retry.maxAttempts) return;
      this.#core.totals.retried += 1;
      await this.#wait(retryDelayMs(attempt, retry));
    }
  }

  #try(delivery: DurableDelivery): Promise<RunOutcome> {
    this.#core.work.begin();
    return new Promise((resolve) => {
      const context = new DeliveryContext(delivery.envelope);
      const { handlerTimeoutMs } = this.#options;
      const run = new HandlerRun(this.#core, new EventSubject(delivery), context, handlerTimeoutMs, (_run, outcome) => {
        this.#run = undefined;
        this.#core.work.end();
        resolve(outcome);
      });
      this.#run = run;
      const handler = this.handler as (event: DurableEvent, context: HandlerContext) => unknown;
      run.start(() => callHandler(this.#core.layers.deliver, handler, delivery, context), this.#deadlines);
    });
  }

  #wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const { clock } = this.#core.options;
      const timer = clock.setTimeout(resolve, delayMs);
      this.#stopWaiting = () => {
        clock.clearTimeout(timer);
        resolve();
      };
    });
  }
}
