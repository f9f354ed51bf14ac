import type { BusEvent } from '../bus/bus-event.js';
import type { AttributeValue, HandlerContext, TraceContext } from '../bus/handler-context.js';
import type { AnyChannel } from '../channel/channel.js';
import { customAttributes, type Envelope } from '../envelope/read-envelope.js';
import { printable } from '../errors/printable.js';
import type { RunSubject } from './handler-run.js';

/** A decoded event, on its way to the receivers of this process. */
export class Delivery {
  readonly channel: AnyChannel;
  readonly event: BusEvent;
  readonly envelope: Envelope;

  constructor(channel: AnyChannel, envelope: Envelope, data: unknown) {
    this.channel = channel;
    this.envelope = envelope;
    this.event = Object.freeze({
      id: envelope.id,
      channel: channel.name,
      version: envelope.version,
      time: envelope.time,
      source: envelope.source,
      data,
    });
  }
}

/** What a call with one event is about. */
export class EventSubject implements RunSubject {
  readonly channel: string;
  readonly eventId: string;
  readonly count: number = 1;

  constructor({ channel, envelope }: Pick<Delivery, 'channel' | 'envelope'>) {
    this.channel = channel.name;
    this.eventId = envelope.id;
  }

  words(): string {
    return `event ${printable(this.eventId)}`;
  }
}

/** What one call of a handler is told. Its signal and attributes are made when they are asked for. */
export class DeliveryContext implements HandlerContext {
  readonly #envelope: Envelope;
  #controller: AbortController | undefined;
  #aborted: { readonly reason: unknown } | undefined;
  #attributes: Readonly<Record<string, AttributeValue>> | undefined;

  constructor(envelope: Envelope) {
    this.#envelope = envelope;
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#aborted !== undefined) this.#controller.abort(this.#aborted.reason);
    }
    return this.#controller.signal;
  }

  get eventId(): string {
    return this.#envelope.id;
  }

  get trace(): TraceContext | undefined {
    return this.#envelope.trace;
  }

  get correlationId(): string {
    return this.#envelope.correlationId ?? this.#envelope.id;
  }

  get causationId(): string | undefined {
    return this.#envelope.causationId;
  }

  get attributes(): Readonly<Record<string, AttributeValue>> {
    this.#attributes ??= Object.freeze(customAttributes(this.#envelope.element));
    return this.#attributes;
  }

  /** Fires the signal. */
  abort(reason: unknown): void {
    this.#aborted ??= { reason };
    this.#controller?.abort(reason);
  }
}
