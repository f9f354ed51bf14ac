import type { GeneratedFile } from '../emit/emitter.js';
import { schemaWriting } from '../json-schema/schema-writing.js';
import { shapeSchemas } from '../json-schema/shape-schemas.js';
import type { ChannelModel, ContractModel } from '../model/contract-model.js';
import type { JsonValue } from '../model/json-value.js';
import { channelNames } from '../names/channel-names.js';
import { generatedMark } from '../text/generated-mark.js';
import { jsonFile } from '../text/json-text.js';
import type { AsyncApiChannel, AsyncApiDocument } from './async-api-document.js';
import { type ChannelMessage, channelMessages, eventType } from './channel-messages.js';
import { channelOperations } from './channel-operations.js';
import { envelopeKey, envelopeSchema } from './cloud-event-schema.js';
import { componentDialect, componentKey } from './component-key.js';

/** What the document says that the model does not know. */
export interface AsyncApiOptions {
  /** The contract's version. Default `0.0.0`: a package gets its version after it is generated. */
  readonly version?: string;
}

/**
 * Emits one AsyncAPI 3.1 document, `asyncapi.json`, for a contract: its channels, what can be done on each, and every
 * version of what travels, envelope included.
 *
 * Pure: the same model gives the same bytes.
 */
export function emitAsyncApi(model: ContractModel, options: AsyncApiOptions = {}): readonly GeneratedFile[] {
  return [{ path: 'asyncapi.json', content: jsonFile(asyncApiDocument(model, options)) }];
}

function asyncApiDocument(model: ContractModel, { version = '0.0.0' }: AsyncApiOptions): AsyncApiDocument {
  const writing = schemaWriting(componentDialect, model);
  const channels = model.channels.map((channel) => ({ channel, messages: channelMessages(channel, writing) }));
  const shapes = shapeSchemas(writing).map(([name, schema]) => [componentKey(name), schema] as const);
  return {
    asyncapi: '3.1.0',
    'x-comment': generatedMark,
    info: {
      title: model.contract,
      version,
      description:
        'Every event travels whole in the body of its message, as a CloudEvent in JSON; nothing travels in headers. ' +
        'A bus may put a prefix of its own before the address of a channel.',
    },
    defaultContentType: eventType,
    channels: Object.fromEntries(
      channels.map(({ channel, messages }) => [
        componentKey(channelNames(channel).constant),
        channelObject(channel, messages),
      ]),
    ),
    operations: Object.fromEntries(channels.flatMap(({ channel, messages }) => channelOperations(channel, messages))),
    components: {
      messages: Object.fromEntries(
        channels.flatMap(({ messages }) => messages.map(({ key, message }) => [key, message])),
      ),
      schemas: { [envelopeKey]: envelopeSchema, ...Object.fromEntries(shapes) },
    },
  };
}

function channelObject(channel: ChannelModel, messages: readonly ChannelMessage[]): AsyncApiChannel {
  const { name, description, deprecated, delivery, key, retention } = channel;
  const about = description ?? `Events of ${name}.`;
  const more: Record<string, JsonValue> = {
    delivery,
    ...(key !== undefined && { key }),
    ...(retention !== undefined && { retention: { ...retention } }),
    ...(deprecated !== undefined && { deprecated }),
  };
  return {
    address: name,
    title: name,
    // AsyncAPI 3 has no word for it.
    description: deprecated === undefined ? about : `${about}\n\nDeprecated: ${deprecated}`,
    messages: Object.fromEntries(
      messages.map((message) => [message.name, { $ref: `#/components/messages/${message.key}` }]),
    ),
    'x-tidings': more,
  };
}
