import type { GeneratedFile } from '../emit/emitter.js';
import type { ChannelModel, ContractModel, VersionModel } from '../model/contract-model.js';
import { channelNames } from '../names/channel-names.js';
import { generatedMark } from '../text/generated-mark.js';
import { jsonFile } from '../text/json-text.js';
import { fileDialect } from './dialect.js';
import type { JsonSchema } from './json-schema.js';
import { schemaOf } from './schema-of.js';
import { again, type SchemaWriting, schemaWriting } from './schema-writing.js';
import { shapeSchemas } from './shape-schemas.js';

/** The dialect of the files, as they name it. */
const dialectUri = 'https://json-schema.org/draft/2020-12/schema';

/**
 * Emits JSON Schemas (draft 2020-12) of what travels: a file for each version of each channel, such as
 * `message-sent.v2.schema.json`, which refers to nothing outside itself.
 *
 * Pure: the same model gives the same bytes.
 */
export function emitJsonSchemas(model: ContractModel): readonly GeneratedFile[] {
  const writing = schemaWriting(fileDialect, model);
  return model.channels.flatMap((channel) =>
    channel.versions.map((version) => ({
      path: `${channelNames(channel).module}.v${version.version}.schema.json`,
      content: jsonFile(payloadSchema(channel, version, again(writing))),
    })),
  );
}

/** The JSON Schema of one version's payload. */
function payloadSchema(channel: ChannelModel, { version, schema }: VersionModel, writing: SchemaWriting): JsonSchema {
  const { $comment, ...payload } = schemaOf(schema, writing);
  const shapes = shapeSchemas(writing);
  const description = payload.description ?? channel.description;
  return {
    $schema: dialectUri,
    $comment: $comment === undefined ? generatedMark : `${generatedMark} ${$comment}`,
    title: `${channel.name}, version ${version}`,
    ...(description !== undefined && { description }),
    ...(channel.deprecated !== undefined && { deprecated: true }),
    ...payload,
    ...(shapes.length > 0 && { $defs: Object.fromEntries(shapes) }),
  };
}
