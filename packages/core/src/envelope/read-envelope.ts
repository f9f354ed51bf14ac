import type { AttributeValue, TraceContext } from '../bus/handler-context.js';
import { reservedAttributes } from './attributes.js';

/** An envelope that is one, its payload not looked at yet. */
export interface Envelope {
  readonly id: string;
  readonly source: string;
  readonly time: Date;
  readonly version: number;
  readonly minReader: number;
  readonly trace: TraceContext | undefined;
  readonly correlationId: string | undefined;
  readonly causationId: string | undefined;
  readonly epoch: string | undefined;
  readonly sequence: number | undefined;
  readonly data: unknown;
  /** The element itself, where custom attributes are. */
  readonly element: Readonly<Record<string, unknown>>;
}

/** What can be said of an element that is no event of its channel. */
export interface EnvelopeProblem {
  readonly reason: 'envelope' | 'unknown_channel';
  readonly message: string;
  readonly eventId: string | undefined;
  readonly version: number | undefined;
}

/** Whether reading gave a problem. */
export function isEnvelopeProblem(result: Envelope | EnvelopeProblem): result is EnvelopeProblem {
  return 'message' in result;
}

/**
 * Reads the envelope of one parsed element. What CloudEvents requires must be there; what Tidings adds may be missing:
 * then it is version 1, of no publisher.
 */
export function readEnvelope(element: unknown, channel: string): Envelope | EnvelopeProblem {
  if (typeof element !== 'object' || element === null || Array.isArray(element)) {
    return {
      reason: 'envelope',
      message: 'expected a CloudEvent: a JSON object',
      eventId: undefined,
      version: undefined,
    };
  }
  const fields = element as Readonly<Record<string, unknown>>;
  const { id, source, time, dataversion } = fields;
  const version = versionOf(dataversion, 1);
  const ms = msOf(time);
  const message = problemOf(fields, version, ms);
  if (message !== undefined) return { reason: 'envelope', message, eventId: text(id), version };
  if (fields.type !== channel) {
    const elsewhere = 'the CloudEvents attribute type names another channel than the one it came in on';
    return { reason: 'unknown_channel', message: elsewhere, eventId: text(id), version };
  }
  return {
    id: id as string,
    source: source as string,
    time: new Date(ms),
    version: version as number,
    minReader: versionOf(fields.minreader, version as number) as number,
    trace: traceOf(fields),
    correlationId: text(fields.correlationid),
    causationId: text(fields.causationid),
    epoch: text(fields.epoch),
    sequence: sequenceOf(fields.sequence),
    data: fields.data,
    element: fields,
  };
}

/** The custom attributes of an element; attributes of no meaning to us that came from elsewhere are among them. */
export function customAttributes(element: Readonly<Record<string, unknown>>): Readonly<Record<string, AttributeValue>> {
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(element)) {
    if (reservedAttributes.has(name) || name === '__proto__') continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') attributes[name] = value;
  }
  return attributes;
}

function problemOf(
  fields: Readonly<Record<string, unknown>>,
  version: number | undefined,
  ms: number,
): string | undefined {
  if (fields.specversion !== '1.0') return "expected the CloudEvents attribute specversion to be '1.0'";
  if (!isText(fields.id)) return 'expected the CloudEvents attribute id to be a string that is not empty';
  if (!isText(fields.source)) return 'expected the CloudEvents attribute source to be a string that is not empty';
  if (!isText(fields.type)) return 'expected the CloudEvents attribute type to be a string that is not empty';
  if (Number.isNaN(ms)) return 'expected the CloudEvents attribute time to be an RFC 3339 timestamp';
  if (version === undefined) return 'expected the attribute dataversion to be an integer from 1';
  if (versionOf(fields.minreader, version) === undefined)
    return 'expected the attribute minreader to be an integer from 1';
  if ('data_base64' in fields) return 'the payload is binary (data_base64), and this channel carries JSON';
  if (!isJson(fields.datacontenttype))
    return 'the attribute datacontenttype names no JSON type, and this channel carries JSON';
  if (!('data' in fields)) return 'there is no data';
  return undefined;
}

/** Most events share their millisecond with the one before. */
let lastTime = '';
let lastMs = Number.NaN;

/** In milliseconds since 1970; NaN if it is no time. What has none came now. */
function msOf(time: unknown): number {
  if (time === undefined || time === null) return Date.now();
  if (typeof time !== 'string') return Number.NaN;
  if (time !== lastTime) {
    lastMs = Date.parse(time);
    lastTime = time;
  }
  return lastMs;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function text(value: unknown): string | undefined {
  return isText(value) ? value : undefined;
}

function isJson(contentType: unknown): boolean {
  return (
    contentType === undefined ||
    contentType === null ||
    (typeof contentType === 'string' && /^[^;]*[/+]json\s*(?:;.*)?$/i.test(contentType))
  );
}

/** SDKs differ in whether they write integers as numbers or as strings. */
function versionOf(value: unknown, missing: number): number | undefined {
  if (value === undefined || value === null) return missing;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value;
  return typeof value === 'string' && /^[1-9][0-9]{0,8}$/.test(value) ? Number(value) : undefined;
}

/** Its digits one by one, which takes a tenth of what a regular expression does. */
function sequenceOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || value === '' || value.length > 16) return undefined;
  let number = 0;
  for (let at = 0; at < value.length; at += 1) {
    const digit = value.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return Number.isSafeInteger(number) ? number : undefined;
}

function traceOf(fields: Readonly<Record<string, unknown>>): TraceContext | undefined {
  const traceparent = text(fields.traceparent);
  if (traceparent === undefined) return undefined;
  const tracestate = text(fields.tracestate);
  return tracestate === undefined ? { traceparent } : { traceparent, tracestate };
}
