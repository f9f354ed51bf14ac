import type { InvalidReason, InvalidReport } from '../bus/bus-events.js';
import type { AnyChannel } from '../channel/channel.js';
import { isRejection } from '../channel/channel-codec.js';
import { isLongerThan } from '../envelope/limits.js';
import { type Envelope, isEnvelopeProblem, readEnvelope } from '../envelope/read-envelope.js';
import { isTidingsError, TidingsError } from '../errors/tidings-error.js';
import type { Frame } from '../transport/broadcast-transport.js';
import type { BusCore } from './bus-core.js';
import type { ChannelReaders, ReadChannel, Reader } from './channel-readers.js';
import { Delivery } from './delivery.js';
import { readPayload } from './read-payload.js';
import type { SequenceTracker } from './sequence-tracker.js';
import { soon } from './turns.js';

interface Arrival {
  readonly channel: ReadChannel;
  readonly tracker: SequenceTracker;
  /** Those who were subscribed when it came in. */
  readonly readers: readonly Reader[];
  readonly frame: Frame;
}

/** More frames than this are decoded at once, so that they are held as events, whose number is bounded. */
const mostWaiting = 1_024;

/** Frames that came in, on their way to becoming events. */
export class Inbox {
  readonly #core: BusCore;
  readonly #readers: ChannelReaders;
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
  #waiting: Arrival[] = [];
  #scheduled = false;
  #draining = false;
  #closed = false;

  constructor(core: BusCore, readers: ChannelReaders) {
    this.#core = core;
    this.#readers = readers;
  }

  /** Takes a frame. No handler runs before this returns; listeners may, if there are very many frames. */
  push(name: string, frame: Frame): void {
    const channel = this.#readers.get(name);
    if (this.#closed || channel === undefined || channel.readers.length === 0) return;
    this.#waiting.push({ channel, tracker: channel.tracker, readers: channel.readers, frame });
    this.#core.work.begin();
    // A listener that publishes may bring us here in the middle of it: what it sent comes behind what is there.
    if (this.#waiting.length >= mostWaiting && !this.#draining) this.#drain();
    else if (!this.#scheduled) {
      this.#scheduled = true;
      soon(this.#wake);
    }
  }

  /** Takes nothing any more. What has come in is still handed on, unless told otherwise. */
  close(drain: boolean): void {
    this.#closed = true;
    if (drain) this.#drain();
    this.#core.work.end(this.#waiting.length);
    this.#waiting = [];
  }

  readonly #wake = (): void => {
    this.#scheduled = false;
    this.#drain();
  };

  #drain(): void {
    const arrivals = this.#waiting;
    this.#waiting = [];
    this.#draining = true;
    for (const arrival of arrivals) {
      try {
        this.#open(arrival);
      } catch (error) {
        this.#core.listeners.emit('error', asError(error, arrival.channel.name));
      }
      this.#core.work.end();
    }
    this.#draining = false;
  }

  #open(arrival: Arrival): void {
    const { frame, channel } = arrival;
    const { eventBytes } = this.#core.options.limits;
    if (typeof frame === 'string' ? isLongerThan(frame, eventBytes) : frame.byteLength > eventBytes) {
      this.#refuse(channel.name, 'too_large', `it takes more than ${eventBytes} bytes (limits.eventBytes)`);
      return;
    }
    let parsed: unknown;
    try {
      parsed = JSON.parse(typeof frame === 'string' ? frame : this.#utf8.decode(frame));
    } catch {
      this.#refuse(channel.name, 'malformed', 'it is not JSON in UTF-8');
      return;
    }
    const groups = byDefinition(arrival.readers);
    if (!Array.isArray(parsed)) this.#take(parsed, arrival, groups);
    else for (const element of parsed) this.#take(element, arrival, groups);
  }

  #take(element: unknown, { channel, tracker }: Arrival, groups: readonly Group[]): void {
    const envelope = readEnvelope(element, channel.name);
    if (isEnvelopeProblem(envelope)) {
      this.#refuse(channel.name, envelope.reason, envelope.message, envelope);
      return;
    }
    this.#noticeHole(channel.name, tracker, envelope);
    for (const [definition, those] of groups) {
      const delivery = this.#decode(definition, envelope);
      if (delivery !== undefined) for (const { receiver } of those) deliver(delivery, receiver);
    }
  }

  #noticeHole(channel: string, tracker: SequenceTracker, { epoch, sequence, source }: Envelope): void {
    if (epoch === undefined || sequence === undefined) return;
    const count = tracker.missingBefore(epoch, sequence);
    if (count > 0) this.#core.listeners.emit('gap', { reason: 'hole', channel, count, source });
  }

  #decode(channel: AnyChannel, envelope: Envelope): Delivery | undefined {
    try {
      const data = readPayload(channel, envelope, this.#core.options.limits.depth);
      if (!isRejection(data)) return new Delivery(channel, envelope, data);
      const { reason, message, issues, cause } = data;
      const { id: eventId, version } = envelope;
      this.#refuse(channel.name, reason, message, { eventId, version, issues, cause });
    } catch (error) {
      this.#core.listeners.emit('error', asError(error, channel.name));
    }
    return undefined;
  }

  #refuse(channel: string, reason: InvalidReason, message: string, about: Partial<InvalidReport> = {}): void {
    const { eventId, version, issues = [], cause } = about;
    this.#core.totals.invalid += 1;
    this.#core.listeners.emit('invalid', { reason, channel, message, eventId, version, issues, cause });
  }
}

function deliver(delivery: Delivery, receiver: Reader['receiver']): void {
  if (receiver.channelNames.has(delivery.channel.name)) receiver.push(delivery);
}

/** Readers that share a definition. */
type Group = readonly [definition: AnyChannel, readers: readonly Reader[]];

/** Nearly always all readers share one definition; two versions of a contract in one process each decode for themselves. */
function byDefinition(readers: readonly Reader[]): readonly Group[] {
  const [first] = readers;
  if (first === undefined) return [];
  if (readers.every(({ channel }) => channel === first.channel)) return [[first.channel, readers]];
  const groups = new Map<AnyChannel, Reader[]>();
  for (const reader of readers) {
    const group = groups.get(reader.channel);
    if (group === undefined) groups.set(reader.channel, [reader]);
    else group.push(reader);
  }
  return [...groups];
}

function asError(cause: unknown, channel: string): TidingsError {
  if (isTidingsError(cause)) return cause;
  return new TidingsError('transport_failed', `an incoming event of '${channel}' could not be handled`, {
    cause,
    channel,
  });
}
