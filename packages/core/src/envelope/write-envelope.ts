import type { AttributeValue, TraceContext } from '../bus/handler-context.js';
import type { AnyChannel } from '../channel/channel.js';

/** What an envelope says besides the payload. */
export interface EnvelopeFields {
  readonly id: string;
  readonly source: string;
  readonly time: string;
  /** The ordering key, if the channel has one. */
  readonly key: string | undefined;
  readonly trace: TraceContext | undefined;
  readonly correlationId: string | undefined;
  readonly causationId: string | undefined;
  readonly attributes: Readonly<Record<string, AttributeValue>> | undefined;
}

/**
 * An event as CloudEvents 1.0 JSON. It is written in one go, so that the text is of one piece: many wait for their transport.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 */
export function writeEnvelope(channel: AnyChannel, wire: unknown, fields: EnvelopeFields): string {
  const { id, source, time, key, trace, correlationId, causationId, attributes } = fields;
  const { minReader } = channel['~codec'];
  const { name: type, version } = channel;
  return JSON.stringify({
    specversion: '1.0',
    id,
    source,
    type,
    time,
    dataversion: version,
    minreader: minReader === version ? undefined : minReader,
    partitionkey: key,
    traceparent: trace?.traceparent,
    tracestate: trace?.tracestate,
    correlationid: correlationId,
    causationid: causationId,
    ...attributes,
    data: wire,
  });
}

/**
 * An envelope with its number: the epoch tells the publisher's life from another, the sequence counts its events on the channel
 * from 1, in 16 digits so that it sorts as text.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/extensions/sequence.md
 */
export function numberedEnvelope(envelope: string, epoch: string, sequence: number): string {
  return `${envelope.slice(0, -1)},"epoch":"${epoch}","sequence":"${String(sequence).padStart(16, '0')}"}`;
}

/** An event's ordering key as text, from its wire form; undefined if its channel has none. */
export function keyOf(channel: AnyChannel, wire: unknown): string | undefined {
  if (channel.key === undefined) return undefined;
  let value = wire;
  for (const name of channel.key.split('.')) value = (value as Record<string, unknown>)[name];
  return String(value);
}
