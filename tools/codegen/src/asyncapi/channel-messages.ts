import type { JsonSchema } from '../json-schema/json-schema.js';
import { schemaOf } from '../json-schema/schema-of.js';
import type { SchemaWriting } from '../json-schema/schema-writing.js';
import type { ChannelModel } from '../model/contract-model.js';
import { channelNames } from '../names/channel-names.js';
import { pascalCase } from '../names/identifier-case.js';
import type { AsyncApiMessage, Reference } from './async-api-document.js';
import { eventSchema } from './cloud-event-schema.js';
import { componentKey } from './component-key.js';

/** The media type of one event in structured mode. */
export const eventType = 'application/cloudevents+json';
/** The media type of several, as one JSON array. */
const batchType = 'application/cloudevents-batch+json';
const schemaFormat = 'application/schema+json;version=draft-07';

/** A message of a channel, and what it is called there and among the components. */
export interface ChannelMessage {
  /** In the channel: `v1`, `v2`, `batch`. */
  readonly name: string;
  readonly reference: Reference;
  readonly key: string;
  readonly message: AsyncApiMessage;
}

/** Everything that may travel on a channel: an event of each version, oldest first, and a batch of them. */
export function channelMessages(
  channel: ChannelModel,
  writing: SchemaWriting,
): readonly [ChannelMessage, ...ChannelMessage[]] {
  const [first, ...later] = channel.versions.map((version): ChannelMessage => {
    const data = schemaOf(version.schema, writing);
    const { version: number } = version;
    return channelMessage(channel, `v${number}`, {
      title: `${channel.name}, version ${number}`,
      summary: channel.description ?? data.description ?? `An event of ${channel.name}.`,
      contentType: eventType,
      correlationId: {
        description: 'The first event that it follows from.',
        location: '$message.payload#/correlationid',
      },
      payload: { schemaFormat, schema: eventSchema(channel, version, data) },
    });
  });
  if (first === undefined) throw new RangeError(`channel '${channel.name}' has no version`);
  const events = [first, ...later];
  const items: JsonSchema = {
    anyOf: events.map(({ key }) => ({ $ref: `#/components/messages/${key}/payload/schema` })),
  };
  const batch = channelMessage(channel, 'batch', {
    title: `${channel.name}, batch`,
    summary: 'Several events that were published at about the same time, in order.',
    contentType: batchType,
    payload: { schemaFormat, schema: { type: 'array', items, minItems: 1 } },
  });
  return [first, ...later, batch];
}

function channelMessage(channel: ChannelModel, name: string, message: Omit<AsyncApiMessage, 'name'>): ChannelMessage {
  const { constant } = channelNames(channel);
  const own = pascalCase(`${constant} ${name}`);
  const key = componentKey(own);
  return {
    name,
    key,
    reference: { $ref: `#/channels/${componentKey(constant)}/messages/${name}` },
    message: { name: own, ...message },
  };
}
