import type { InvalidReason } from '../../bus/bus-events.js';
import type { AnyChannel } from '../../channel/channel.js';
import { isRejection } from '../../channel/channel-codec.js';
import { type Envelope, isEnvelopeProblem, readEnvelope } from '../../envelope/read-envelope.js';
import type { BusCore } from '../bus-core.js';
import { readPayload } from '../read-payload.js';

/** An event that was read. */
export interface ReadEvent {
  readonly envelope: Envelope;
  readonly data: unknown;
}

/** An event that can't be given to a handler. */
export interface RefusedEvent {
  readonly reason: InvalidReason;
  readonly message: string;
  readonly eventId: string | undefined;
  /** What its envelope says, where that could be read. */
  readonly envelope: Envelope | undefined;
}

/** Whether it was refused. */
export function isRefused(event: ReadEvent | RefusedEvent): event is RefusedEvent {
  return 'reason' in event;
}

/**
 * Reads an event of a log. What is refused is counted and told as `invalid`, but for a version that others may read.
 *
 * @throws TidingsError `async_schema`
 */
export function readEvent(core: BusCore, channel: AnyChannel, element: unknown): ReadEvent | RefusedEvent {
  const envelope = readEnvelope(element, channel.name);
  if (isEnvelopeProblem(envelope)) {
    const { reason, message, eventId, version } = envelope;
    tellInvalid(core, channel.name, { reason, message, eventId, version });
    return { reason, message, eventId, envelope: undefined };
  }
  const data = readPayload(channel, envelope, core.options.limits.depth);
  if (!isRejection(data)) return { envelope, data };
  const { reason, message, issues, cause } = data;
  const { id: eventId, version } = envelope;
  if (reason !== 'version') tellInvalid(core, channel.name, { reason, message, eventId, version, issues, cause });
  return { reason, message, eventId, envelope };
}

/** Counts and tells that an event was refused. */
export function tellInvalid(
  core: BusCore,
  channel: string,
  about: {
    readonly reason: InvalidReason;
    readonly message: string;
    readonly eventId?: string | undefined;
    readonly version?: number | undefined;
    readonly issues?: readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
    readonly cause?: unknown;
  },
): void {
  const { reason, message, eventId, version, issues = [], cause } = about;
  core.totals.invalid += 1;
  core.listeners.emit('invalid', { reason, channel, message, eventId, version, issues, cause });
}
