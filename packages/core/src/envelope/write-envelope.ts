import type { AttributeValue, TraceContext } from '../bus/handler-context.js';
import type { AnyChannel } from '../channel/channel.js';
import { RunningNumber } from './running-number.js';

/** What an envelope says besides the payload. */
export interface EnvelopeFields {
  readonly id: string;
  /** Whether its id may have characters that JSON escapes. */
  readonly idChosen: boolean;
  readonly time: string;
  /** The ordering key, if the channel has one. */
  readonly key: string | undefined;
  readonly trace: TraceContext | undefined;
  readonly correlationId: string | undefined;
  readonly causationId: string | undefined;
  readonly attributes: Readonly<Record<string, AttributeValue>> | undefined;
}

/**
 * Writes the events of one channel and one source as CloudEvents 1.0 JSON. What all of them say is text from the beginning, and an
 * event stays open at its end, where its number comes.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 */
export class EnvelopeWriter {
  readonly #afterId: string;
  readonly #afterTime: string;

  constructor({ name, version, '~codec': { minReader } }: AnyChannel, source: string) {
    this.#afterId = `,"source":${JSON.stringify(source)},"type":${JSON.stringify(name)},"time":"`;
    this.#afterTime = `","dataversion":${version}${minReader === version ? '' : `,"minreader":${minReader}`}`;
  }

  /** An event, without its end. */
  write(wire: unknown, fields: EnvelopeFields): string {
    const { id, idChosen, time, key, trace, correlationId, causationId, attributes } = fields;
    let text = `{"specversion":"1.0","id":${idChosen ? JSON.stringify(id) : `"${id}"`}${this.#afterId}${time}${this.#afterTime}`;
    if (key !== undefined) text += `,"partitionkey":${JSON.stringify(key)}`;
    if (trace !== undefined) text += membersOf({ traceparent: trace.traceparent, tracestate: trace.tracestate });
    if (correlationId !== undefined) text += `,"correlationid":${JSON.stringify(correlationId)}`;
    if (causationId !== undefined) text += `,"causationid":${JSON.stringify(causationId)}`;
    if (attributes !== undefined) text += membersOf(attributes);
    const data: string | undefined = JSON.stringify(wire);
    return data === undefined ? text : `${text},"data":${data}`;
  }
}

/** What an object has, as it stands behind other members of one. */
function membersOf(object: object): string {
  const members = JSON.stringify(object).slice(1, -1);
  return members === '' ? '' : `,${members}`;
}

/** An event that gets no number. */
export function closedEnvelope(open: string): string {
  return `${open}}`;
}

/** An event whose end is there already, open again. */
export function openEnvelope(closed: string): string {
  return closed.slice(0, -1);
}

/**
 * What numbers the events of one life of a publisher: its epoch tells that from another, the sequence counts its events on a channel
 * from 1, in 16 digits so that it sorts as text.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/extensions/sequence.md
 */
export function numbering(epoch: string): (open: string, sequence: number) => string {
  const number = new RunningNumber(`,"epoch":"${epoch}","sequence":"`, 10, 16);
  return (open, sequence) => `${open}${number.textOf(sequence)}"}`;
}

/** An event's ordering key as text, from its wire form; undefined if its channel has none. */
export function keyOf(channel: AnyChannel, wire: unknown): string | undefined {
  if (channel.key === undefined) return undefined;
  let value = wire;
  for (const name of channel.key.split('.')) value = (value as Record<string, unknown>)[name];
  return String(value);
}
