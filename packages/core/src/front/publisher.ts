import type { PublishCall } from '../bus/middleware.js';
import type { EncodedEvent, PublishedEvent, PublishOptions } from '../bus/publish-options.js';
import type { AnyChannel } from '../channel/channel.js';
import { attributeProblems } from '../envelope/attributes.js';
import { closedEnvelope } from '../envelope/write-envelope.js';
import { isTidingsError, TidingsError } from '../errors/tidings-error.js';
import { abortedPublish } from './aborted-publish.js';
import type { BusCore } from './bus-core.js';
import { checkPublishOptions } from './check-publish-options.js';
import { compose, type Layer } from './compose.js';
import type { DurableOutbox } from './durable/durable-outbox.js';
import type { EventEncoder, Message, OutgoingEvent } from './event-encoder.js';
import { described, refuse } from './option-checks.js';
import type { Outbox } from './outbox.js';
import { requireChannel } from './require-channel.js';
import { isTurnOver, turnPassed } from './turns.js';

type Draft = Message & { attributes: NonNullable<Message['attributes']> };

/** Handlers are called before what waits for it: otherwise a publisher would be a publish ahead of them, and all of that waits. */
const handedOn = Promise.resolve();

/** The way out: validate and encode at once, then middleware, then the outbox. */
export class Publisher {
  readonly #core: BusCore;
  readonly #encoder: EventEncoder;
  readonly #outbox: Outbox;
  readonly #durable: DurableOutbox | undefined;
  readonly #use: (channel: AnyChannel) => void;

  constructor(
    core: BusCore,
    encoder: EventEncoder,
    { outbox, durable }: { readonly outbox: Outbox; readonly durable: DurableOutbox | undefined },
    use: (channel: AnyChannel) => void,
  ) {
    this.#core = core;
    this.#encoder = encoder;
    this.#outbox = outbox;
    this.#durable = durable;
    this.#use = use;
  }

  publish(channel: AnyChannel, data: unknown, options: PublishOptions | undefined): Promise<PublishedEvent> {
    try {
      this.#check(channel, options);
      const startedAt = this.#startedAt();
      const message = this.#encoder.message(options);
      const layers = this.#core.layers.publish;
      if (layers.length > 0) return this.#through(layers, channel, data, message, startedAt, options?.signal);
      const event = this.#encoder.outgoing(channel, this.#encoder.wire(channel, data), message);
      return this.#send(channel, [event], options?.signal, () => {
        this.#count(channel, 1, startedAt);
        return publishedEvent(channel, message);
      });
    } catch (error) {
      return Promise.reject(error);
    }
  }

  publishMany(
    channel: AnyChannel,
    data: readonly unknown[],
    options: PublishOptions | undefined,
  ): Promise<PublishedEvent[]> {
    try {
      this.#check(channel, options);
      if (!Array.isArray(data))
        refuse('this call of publishMany', ['the data must be a list, one item for each event']);
      if (data.length > 1 && options?.id !== undefined)
        refuse('these publish options', ['one id can not serve several events']);
      if (this.#core.layers.publish.length > 0) return this.#eachThrough(channel, data, options);
      if (data.length === 0) return Promise.resolve([]);
      const startedAt = this.#startedAt();
      const message = this.#encoder.message(options);
      const ids: string[] = [];
      // Held by nobody else while they are on their way: very many can be.
      return this.#send(channel, this.#encodeAll(channel, data, message, ids), options?.signal, () => {
        this.#count(channel, ids.length, startedAt);
        return ids.map((id) => publishedEvent(channel, { id, time: new Date(message.time) }));
      });
    } catch (error) {
      return Promise.reject(error);
    }
  }

  encode(channel: AnyChannel, data: unknown, options: PublishOptions | undefined): EncodedEvent {
    requireChannel(channel);
    if (options !== undefined) checkPublishOptions(options);
    const message = this.#encoder.message(options);
    const { text } = this.#encoder.outgoing(channel, this.#encoder.wire(channel, data), message);
    return { id: message.id, channel: channel.name, body: closedEnvelope(text) };
  }

  publishEncoded(
    channel: AnyChannel,
    encoded: EncodedEvent | string,
    options: Pick<PublishOptions, 'signal'> | undefined,
  ): Promise<PublishedEvent> {
    try {
      this.#check(channel, options);
      const startedAt = this.#startedAt();
      const { event, id, version, time } = this.#encoder.reopen(channel, bodyOf(encoded));
      return this.#send(channel, [event], options?.signal, () => {
        this.#count(channel, 1, startedAt);
        return { id, channel: channel.name, version, time };
      });
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /**
   * Resolves when they are accepted; and, if the transport accepts them at once, when the event loop has had its turn.
   *
   * @param value What whoever published them gets. (One promise is all that an event needs.)
   */
  #send<V>(
    channel: AnyChannel,
    events: readonly OutgoingEvent[],
    signal: AbortSignal | undefined,
    value: () => V,
  ): Promise<V> {
    const { name } = channel;
    const sent =
      channel.delivery === 'durable'
        ? this.#durable?.add(channel, events, value, signal)
        : this.#outbox.add(
            { key: name, channel: name },
            events.map(({ text }) => text),
            value,
            signal,
          );
    if (sent !== undefined) return sent;
    return isTurnOver(events.length) ? turnPassed(() => this.#core.work.count).then(value) : handedOn.then(value);
  }

  /** @param ids Where their ids go. */
  #encodeAll(channel: AnyChannel, data: readonly unknown[], first: Message, ids: string[]): readonly OutgoingEvent[] {
    return data.map((item, index) => {
      const message = index === 0 ? first : this.#encoder.another(first);
      ids.push(message.id);
      return this.#encodeItem(channel, item, index, message);
    });
  }

  /** With middleware each event goes its own way, but all are validated before the first. */
  async #eachThrough(
    channel: AnyChannel,
    data: readonly unknown[],
    options: PublishOptions | undefined,
  ): Promise<PublishedEvent[]> {
    for (const [index, item] of data.entries()) this.#encodeItem(channel, item, index, this.#encoder.message(options));
    const outcomes = await Promise.allSettled(data.map((item) => this.publish(channel, item, options)));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  }

  #encodeItem(channel: AnyChannel, item: unknown, index: number, message: Message): OutgoingEvent {
    try {
      return this.#encoder.outgoing(channel, this.#encoder.wire(channel, item), message);
    } catch (error) {
      if (!isTidingsError(error)) throw error;
      throw new TidingsError(error.code, `item ${index} of publishMany: ${error.message}; nothing was published`, {
        channel: channel.name,
        issues: error.issues.map(({ path, message: text }) => ({ path: [index, ...path], message: text })),
        ...(error.cause === undefined ? {} : { cause: error.cause }),
      });
    }
  }

  /** The payload is encoded before the first layer runs; whether it could be is told by the innermost `next()`. */
  async #through(
    layers: readonly Layer<PublishCall, PublishedEvent>[],
    channel: AnyChannel,
    data: unknown,
    message: Message,
    startedAt: number,
    signal: AbortSignal | undefined,
  ): Promise<PublishedEvent> {
    const wire = this.#snapshot(channel, data);
    const draft: Draft = { ...message, attributes: message.attributes ?? {} };
    const call: PublishCall = Object.assign(draft, { channel, data });
    const published: unknown = await compose(layers, call, async () => {
      refuse('the attributes that publish middleware added', attributeProblems(draft.attributes));
      return this.#send(channel, [this.#encoder.outgoing(channel, wire(), draft)], signal, () =>
        publishedEvent(channel, message),
      );
    });
    if (typeof published === 'object' && published !== null && 'id' in published) {
      this.#count(channel, 1, startedAt);
      return published as PublishedEvent;
    }
    throw new TidingsError(
      'middleware_failed',
      `a publish middleware did not return what next() gave it, so '${channel.name}' may not have been published: write "return next()"`,
      { channel: channel.name },
    );
  }

  #snapshot(channel: AnyChannel, data: unknown): () => unknown {
    try {
      // A deep copy, as text is: the wire form may share parts with the data.
      const text = JSON.stringify(this.#encoder.wire(channel, data));
      return () => JSON.parse(text) as unknown;
    } catch (error) {
      return () => {
        throw error;
      };
    }
  }

  #check(channel: AnyChannel, options: PublishOptions | undefined): void {
    this.#use(channel);
    if (options === undefined) return;
    checkPublishOptions(options);
    const { signal } = options;
    if (signal?.aborted) throw abortedPublish(channel.name, signal);
  }

  #startedAt(): number {
    return this.#core.listeners.has('published') ? performance.now() : 0;
  }

  #count(channel: AnyChannel, count: number, startedAt: number): void {
    this.#core.totals.published += count;
    if (!this.#core.listeners.has('published')) return;
    const durationMs = performance.now() - startedAt;
    for (let each = 0; each < count; each += 1)
      this.#core.listeners.emit('published', { channel: channel.name, durationMs });
  }
}

function publishedEvent(channel: AnyChannel, message: Pick<Message, 'id' | 'time'>): PublishedEvent {
  return { id: message.id, channel: channel.name, version: channel.version, time: message.time };
}

function bodyOf(encoded: EncodedEvent | string): string {
  const body: unknown = typeof encoded === 'string' ? encoded : (encoded as Partial<EncodedEvent> | null)?.body;
  if (typeof body !== 'string') {
    refuse('this encoded event', [`expected what encode returned, or its body, got ${described(encoded)}`]);
  }
  return body as string;
}
