import type { JsonSchema } from '../json-schema/json-schema.js';
import type { ChannelModel, VersionModel } from '../model/contract-model.js';

/** What the envelope is called among the components. No shape can have this name: there is a hyphen in it. */
export const envelopeKey = 'cloud-event';

/**
 * The envelope that every event travels in: CloudEvents 1.0 in JSON, with the attributes that Tidings adds.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 */
export const envelopeSchema: JsonSchema = {
  description: 'A CloudEvent 1.0 in its JSON format, with the attributes that Tidings adds.',
  type: 'object',
  properties: {
    specversion: { const: '1.0' },
    id: { description: 'Unique together with the source.', type: 'string', minLength: 1 },
    source: { description: 'Who published it.', type: 'string', format: 'uri-reference', minLength: 1 },
    type: { description: "The channel's name.", type: 'string', minLength: 1 },
    time: {
      description: 'When it was published; without it, when it came in.',
      type: ['string', 'null'],
      format: 'date-time',
    },
    datacontenttype: { description: 'A JSON type, if it is said at all.', type: ['string', 'null'] },
    dataversion: {
      description: 'The version it was published as; without it, 1. Digits are read too.',
      type: ['integer', 'string', 'null'],
    },
    minreader: {
      description: 'The lowest version whose readers may read it; without it, dataversion. Digits are read too.',
      type: ['integer', 'string', 'null'],
    },
    partitionkey: { description: "The value of the channel's key, as text.", type: 'string' },
    traceparent: { description: 'The W3C trace context.', type: 'string' },
    tracestate: { description: 'The W3C trace context.', type: 'string' },
    correlationid: { description: 'The first event that it follows from.', type: 'string' },
    causationid: { description: 'The event that it answers.', type: 'string' },
    epoch: { description: 'One life of a publisher.', type: 'string' },
    sequence: {
      description: "The event's number in the epoch and on the channel, from 1: missing ones are a gap.",
      type: 'string',
    },
    data: { description: 'The payload.' },
  },
  required: ['specversion', 'id', 'source', 'type', 'data'],
  additionalProperties: {
    description: 'A custom attribute.',
    type: ['string', 'number', 'boolean', 'null'],
  },
};

/** An event of one version of a channel, around the schema of its payload. */
export function eventSchema({ name }: ChannelModel, { version }: VersionModel, data: JsonSchema): JsonSchema {
  return {
    allOf: [{ $ref: `#/components/schemas/${envelopeKey}` }],
    type: 'object',
    properties: {
      type: { const: name },
      dataversion: { enum: [version, String(version), ...(version === 1 ? [null] : [])] },
      data,
    },
    // Without a version it is the first.
    ...(version > 1 && { required: ['dataversion'] }),
  };
}
