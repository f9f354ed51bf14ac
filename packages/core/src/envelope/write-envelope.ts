import type { AttributeValue, TraceContext } from '../bus/handler-context.js';
import type { AnyChannel } from '../channel/channel.js';

/** What an envelope says besides the payload. */
export interface EnvelopeFields {
  readonly id: string;
  readonly source: string;
  readonly time: string;
  readonly trace: TraceContext | undefined;
  readonly correlationId: string | undefined;
  readonly causationId: string | undefined;
  readonly attributes: Readonly<Record<string, AttributeValue>> | undefined;
}

/**
 * An event as CloudEvents 1.0 JSON, up to the closing brace: what is only known when it is written to a transport
 * follows by {@link closeEnvelope}.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 */
export function openEnvelope(channel: AnyChannel, wire: unknown, fields: EnvelopeFields): string {
  const { minReader } = channel['~codec'];
  let text = `{"specversion":"1.0","id":${JSON.stringify(fields.id)},"source":${JSON.stringify(fields.source)},"type":"${channel.name}","time":"${fields.time}","dataversion":${channel.version}`;
  if (minReader !== channel.version) text += `,"minreader":${minReader}`;
  const key = keyOf(channel, wire);
  if (key !== undefined) text += `,"partitionkey":${JSON.stringify(key)}`;
  if (fields.trace !== undefined) {
    text += `,"traceparent":${JSON.stringify(fields.trace.traceparent)}`;
    if (fields.trace.tracestate !== undefined) text += `,"tracestate":${JSON.stringify(fields.trace.tracestate)}`;
  }
  if (fields.correlationId !== undefined) text += `,"correlationid":${JSON.stringify(fields.correlationId)}`;
  if (fields.causationId !== undefined) text += `,"causationid":${JSON.stringify(fields.causationId)}`;
  if (fields.attributes !== undefined) {
    for (const [name, value] of Object.entries(fields.attributes)) text += `,"${name}":${JSON.stringify(value)}`;
  }
  return `${text},"data":${JSON.stringify(wire)}`;
}

/**
 * Closes an envelope with its number: the epoch tells the publisher's life from another, the sequence counts its events
 * on the channel from 1, in 16 digits so that it sorts as text.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/extensions/sequence.md
 */
export function closeEnvelope(open: string, epoch: string, sequence: number): string {
  return `${open},"epoch":"${epoch}","sequence":"${String(sequence).padStart(16, '0')}"}`;
}

/** An event's ordering key as text, from its wire form; undefined if its channel has none. */
export function keyOf(channel: AnyChannel, wire: unknown): string | undefined {
  if (channel.key === undefined) return undefined;
  let value = wire;
  for (const name of channel.key.split('.')) value = (value as Record<string, unknown>)[name];
  return String(value);
}
