import type { DurableEvent } from '../../bus/bus-event.js';
import type { AnyChannel } from '../../channel/channel.js';
import type { Envelope } from '../../envelope/read-envelope.js';

/** A decoded event of a log, on its way to a handler or a stream. */
export class DurableDelivery {
  readonly channel: AnyChannel;
  readonly event: DurableEvent;
  readonly envelope: Envelope;

  constructor(channel: AnyChannel, envelope: Envelope, data: unknown, attempt: number, cursor: string) {
    this.channel = channel;
    this.envelope = envelope;
    const { id, version, time, source } = envelope;
    this.event = Object.freeze({ id, channel: channel.name, version, time, source, data, attempt, cursor });
  }
}
