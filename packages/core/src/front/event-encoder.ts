import type { AttributeValue, TraceContext } from '../bus/handler-context.js';
import type { PublishOptions } from '../bus/publish-options.js';
import type { AnyChannel } from '../channel/channel.js';
import { isRejection } from '../channel/channel-codec.js';
import { isDeeperThan, isLongerThan } from '../envelope/limits.js';
import { isEnvelopeProblem, readEnvelope } from '../envelope/read-envelope.js';
import { RunningNumber } from '../envelope/running-number.js';
import { EnvelopeWriter, keyOf, openEnvelope } from '../envelope/write-envelope.js';
import { TidingsError } from '../errors/tidings-error.js';
import type { ResolvedBusOptions } from './bus-options.js';
import { readPayload } from './read-payload.js';

/** What is said of an event besides its payload, complete. */
export interface Message {
  readonly id: string;
  /** Whether the caller chose the id: a log then stores the event once. */
  readonly idChosen: boolean;
  readonly time: Date;
  trace: TraceContext | undefined;
  correlationId: string | undefined;
  causationId: string | undefined;
  attributes: Record<string, AttributeValue> | undefined;
}

/** An encoded event, on its way out. */
export interface OutgoingEvent {
  /** The envelope, open at its end: its number is to come. */
  readonly text: string;
  /** The ordering key, if its channel has one. */
  readonly key: string | undefined;
  /** The key under which a log stores it once. */
  readonly onceKey: string | undefined;
}

/** Turns data into envelopes, and checks envelopes that were made elsewhere. */
export class EventEncoder {
  readonly #options: ResolvedBusOptions;
  readonly #ids: RunningNumber;
  readonly #writers = new WeakMap<AnyChannel, EnvelopeWriter>();
  #count = 0;
  #time = Number.NaN;
  #timeText = '';

  constructor(options: ResolvedBusOptions, epoch: string) {
    this.#options = options;
    this.#ids = new RunningNumber(`${epoch}-`, 36, 2);
  }

  /** The message that options, checked before, describe. */
  message(options: PublishOptions | undefined): Message {
    if (options === undefined) return this.#plainMessage();
    const { id, time, trace, causedBy, correlationId, attributes } = options;
    const plain = this.#plainMessage();
    return {
      id: id ?? plain.id,
      idChosen: id !== undefined,
      // Copies, here and below: what the caller changes later, while middleware is at work, changes nothing.
      time: time === undefined ? plain.time : new Date(time),
      trace: trace === undefined ? causedBy?.trace : { ...trace },
      correlationId: correlationId ?? causedBy?.correlationId,
      causationId: causedBy?.eventId,
      attributes: attributes === undefined ? undefined : { ...attributes },
    };
  }

  /** The wire form of data. @throws TidingsError `invalid_payload`, `too_deep`, `async_schema` */
  wire(channel: AnyChannel, data: unknown): unknown {
    const codec = channel['~codec'];
    const { depth } = this.#options.limits;
    if (codec.unbounded && isDeeperThan(data, depth)) {
      throw new TidingsError(
        'too_deep',
        `the payload for '${channel.name}' nests deeper than ${depth} (limits.depth), or contains itself`,
        {
          channel: channel.name,
        },
      );
    }
    const wire = codec.encode(data);
    if (!isRejection(wire)) return wire;
    throw new TidingsError('invalid_payload', `the payload for '${channel.name}' was refused: ${wire.message}`, {
      channel: channel.name,
      issues: wire.issues,
      ...(wire.cause === undefined ? {} : { cause: wire.cause }),
    });
  }

  /** The event as it goes out. @throws TidingsError `too_large` */
  outgoing(channel: AnyChannel, wire: unknown, message: Message): OutgoingEvent {
    const key = keyOf(channel, wire);
    const text = this.#writerOf(channel).write(wire, {
      id: message.id,
      idChosen: message.idChosen,
      time: this.#timeOf(message.time),
      key,
      trace: message.trace,
      correlationId: message.correlationId,
      causationId: message.causationId,
      attributes: message.attributes,
    });
    return {
      text: this.#checkedSize(channel, text),
      key,
      onceKey: message.idChosen ? onceKey(this.#options.source, message.id) : undefined,
    };
  }

  /** The same message under another id: for the events of one publish. */
  another(message: Message): Message {
    return { ...message, id: this.#nextId() };
  }

  /**
   * Checks an envelope that `encode` made, or somebody else, and returns it as it goes out, with what it says.
   *
   * @throws TidingsError `invalid_event`, `too_large`, `too_deep`, `async_schema`
   */
  reopen(
    channel: AnyChannel,
    body: string,
  ): { readonly event: OutgoingEvent; readonly id: string; readonly version: number; readonly time: Date } {
    this.#checkedSize(channel, body);
    let element: unknown;
    try {
      element = JSON.parse(body);
    } catch {
      throw this.#notAnEvent(channel, 'it is not JSON');
    }
    const envelope = readEnvelope(element, channel.name);
    if (isEnvelopeProblem(envelope)) throw this.#notAnEvent(channel, envelope.message);
    const data = readPayload(channel, envelope, this.#options.limits.depth);
    if (isRejection(data)) throw this.#notAnEvent(channel, data.message);
    // It may come from a transport, which gave it a number: it gets another.
    const { epoch, sequence, ...rest } = element as Record<string, unknown>;
    const { id, source, version, time } = envelope;
    const key = this.#keyOf(channel, rest);
    if (key !== undefined) rest.partitionkey = key;
    const event = { text: openEnvelope(this.#written(channel, rest)), key, onceKey: onceKey(source, id) };
    return { event, id, version, time };
  }

  /** What an encoded event says, as whoever encoded it knew its version; for one from elsewhere, from its payload. */
  #keyOf(channel: AnyChannel, { partitionkey, data }: Record<string, unknown>): string | undefined {
    if (channel.key === undefined) return undefined;
    if (typeof partitionkey === 'string' && partitionkey !== '') return partitionkey;
    try {
      return keyOf(channel, data);
    } catch {
      throw this.#notAnEvent(channel, `it has neither the attribute partitionkey nor '${channel.key}' in its data`);
    }
  }

  /** What no schema looks at may nest deeper than can be written. */
  #written(channel: AnyChannel, element: object): string {
    try {
      return JSON.stringify(element);
    } catch {
      throw this.#notAnEvent(channel, 'it nests too deep');
    }
  }

  #writerOf(channel: AnyChannel): EnvelopeWriter {
    let writer = this.#writers.get(channel);
    if (writer === undefined) {
      writer = new EnvelopeWriter(channel, this.#options.source);
      this.#writers.set(channel, writer);
    }
    return writer;
  }

  #plainMessage(): Message {
    return {
      id: this.#nextId(),
      idChosen: false,
      time: new Date(this.#options.clock.now()),
      trace: undefined,
      correlationId: undefined,
      causationId: undefined,
      attributes: undefined,
    };
  }

  #nextId(): string {
    this.#count += 1;
    return this.#ids.textOf(this.#count);
  }

  /** Most events share their millisecond with the one before. */
  #timeOf(time: Date): string {
    const ms = time.getTime();
    if (ms !== this.#time) {
      this.#time = ms;
      this.#timeText = time.toISOString();
    }
    return this.#timeText;
  }

  #checkedSize(channel: AnyChannel, text: string): string {
    const { eventBytes } = this.#options.limits;
    // Its number, and the brackets of a batch, are still to come.
    if (!isLongerThan(text, eventBytes - 100)) return text;
    throw new TidingsError(
      'too_large',
      `an event for '${channel.name}' takes more than ${eventBytes} bytes (limits.eventBytes); keep large content elsewhere and publish a reference to it`,
      { channel: channel.name },
    );
  }

  #notAnEvent(channel: AnyChannel, reason: string): TidingsError {
    return new TidingsError('invalid_event', `what should be published is no event of '${channel.name}': ${reason}`, {
      channel: channel.name,
    });
  }
}

/** An id is unique together with its source, which has no spaces. */
function onceKey(source: string, id: string): string {
  return `${source} ${id}`;
}
