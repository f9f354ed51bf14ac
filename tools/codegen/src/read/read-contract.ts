import { CodegenError, type Problem } from '../codegen-error.js';
import type { ChannelModel, ContractModel, VersionModel } from '../model/contract-model.js';
import { type ChannelExport, channelExports } from '../zod/channel-exports.js';
import { SchemaReader } from '../zod/schema-reader.js';
import { ShapeNames } from '../zod/shape-names.js';
import type { LoadedExport } from './loaded-export.js';

/** What a contract is read from. */
export interface ContractSource {
  /** The contract's name, such as `conversation`. */
  readonly contract: string;
  /** The exports of the files that define channels. */
  readonly channels: readonly LoadedExport[];
  /** The exports of files with schemas that channels share: each schema is called after its export. Default none. */
  readonly shapes?: readonly LoadedExport[];
}

/**
 * Reads definitions into a model.
 *
 * @throws CodegenError `unreadable_contract`, with every problem found.
 */
export function readContract({ contract, channels, shapes = [] }: ContractSource): ContractModel {
  const problems: Problem[] = [];
  const reader = new SchemaReader(new ShapeNames(shapes));
  const found = channelExports(channels, problems);
  if (found.length === 0 && problems.length === 0) {
    problems.push({
      message: `no channel was found${lookedAt(channels)}: export what defineChannel returns, each by its name`,
    });
  }
  const models = found.map((channel) => readChannel(channel, reader));
  problems.push(...reader.problems);
  if (problems.length > 0) throw new CodegenError('unreadable_contract', problems);
  return { model: 1, contract, channels: models, shapes: reader.shapes };
}

/** What was looked at, so that a list of channels or a forgotten call is seen at once. */
function lookedAt(exports: readonly LoadedExport[]): string {
  const shown = exports.slice(0, 5).map(({ file, exportName }) => `'${exportName}' of ${file}`);
  if (shown.length === 0) return ', nothing is exported';
  return ` (there is ${shown.join(', ')}${exports.length > shown.length ? ', …' : ''})`;
}

function readChannel({ file, exportName, identifier, definition }: ChannelExport, reader: SchemaReader): ChannelModel {
  const { name, delivery, key, description, deprecated, retention } = definition;
  const place = { file, channel: name, identifier };
  const [first, ...later] = definition.versions.map(
    ({ version, minReader, schema }): VersionModel => ({
      version,
      minReader,
      schema: reader.readPayload(schema, place),
    }),
  );
  if (first === undefined) throw new RangeError(`channel '${name}' has no version`);
  return {
    name,
    identifier,
    source: { file, exportName },
    delivery,
    ...(key !== undefined && { key }),
    ...(description !== undefined && { description }),
    ...(deprecated !== undefined && { deprecated }),
    ...(retention !== undefined && { retention }),
    versions: [first, ...later],
  };
}
