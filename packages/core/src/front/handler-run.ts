import { printable } from '../errors/printable.js';
import { TidingsError } from '../errors/tidings-error.js';
import type { BusCore } from './bus-core.js';
import type { Expiring } from './deadlines.js';
import { type Delivery, DeliveryContext } from './delivery.js';

/** One call of a handler that is not over at once. */
export class HandlerRun implements Expiring {
  readonly delivery: Delivery;
  readonly context: DeliveryContext;
  readonly #core: BusCore;
  readonly #startedAt: number;
  readonly #timeoutMs: number;
  readonly #onOver: (run: HandlerRun) => void;
  #settled = false;

  constructor(core: BusCore, delivery: Delivery, timeoutMs: number, onOver: (run: HandlerRun) => void) {
    this.#core = core;
    this.delivery = delivery;
    this.context = new DeliveryContext(delivery.envelope);
    this.#timeoutMs = timeoutMs;
    this.#onOver = onOver;
    this.#startedAt = core.listeners.has('delivered') || core.listeners.has('failed') ? performance.now() : 0;
  }

  get settled(): boolean {
    return this.#settled;
  }

  /** The handler returned. */
  succeeded(): void {
    if (this.#settled) return;
    const channel = this.delivery.channel.name;
    this.#core.totals.delivered += 1;
    if (this.#core.listeners.has('delivered')) {
      this.#core.listeners.emit('delivered', { channel, durationMs: performance.now() - this.#startedAt });
    }
    this.#over();
  }

  /** The handler threw. */
  failed(cause: unknown): void {
    const { channel, event } = this.delivery;
    this.#fail(
      new TidingsError('handler_failed', `a handler of '${channel.name}' failed with event ${printable(event.id)}`, {
        cause,
        channel: channel.name,
        eventId: event.id,
      }),
    );
  }

  expire(): void {
    const { channel, event } = this.delivery;
    const error = new TidingsError(
      'handler_timeout',
      `a handler of '${channel.name}' has been at event ${printable(event.id)} for ${this.#timeoutMs} ms (handlerTimeoutMs); its signal is aborted, and the next event is handled`,
      { channel: channel.name, eventId: event.id },
    );
    this.context.abort(error);
    this.#fail(error);
  }

  /** The bus closes and waits no longer. */
  abandon(reason: TidingsError): void {
    if (this.#settled) return;
    this.context.abort(reason);
    this.#over();
  }

  #fail(error: TidingsError): void {
    if (this.#settled) return;
    const { listeners, totals } = this.#core;
    totals.failed += 1;
    if (listeners.has('failed')) {
      listeners.emit('failed', {
        channel: this.delivery.channel.name,
        durationMs: performance.now() - this.#startedAt,
      });
    }
    listeners.emit('error', error);
    this.#over();
  }

  #over(): void {
    this.#settled = true;
    this.#onOver(this);
  }
}
