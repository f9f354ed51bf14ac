import { CodegenError, type Problem } from '../codegen-error.js';
import { minReadersOf, type ReadersOptions, type VersionToRead } from '../evolution/min-reader.js';
import type { Release } from '../lock/released-models.js';
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
  /** Fingerprints of changes that somebody has let pass: they settle what can't be decided of readers. Default none. */
  readonly accepted?: readonly string[];
  /** What was released, asked for where it matters: readers may have any form that a version ever had. Default nothing. */
  readonly released?: () => readonly Release[];
}

/**
 * Reads definitions into a model.
 *
 * @throws CodegenError `unreadable_contract`, with every problem found.
 */
export function readContract({
  contract,
  channels,
  shapes = [],
  accepted = [],
  released = () => [],
}: ContractSource): ContractModel {
  const problems: Problem[] = [];
  const reader = new SchemaReader(new ShapeNames(shapes));
  const found = channelExports(channels, problems);
  if (found.length === 0 && problems.length === 0) {
    problems.push({
      message: `no channel was found${lookedAt(channels)}: export what defineChannel returns, each by its name`,
    });
  }
  const read = found.map((channel) => readChannel(channel, reader));
  problems.push(...reader.problems);
  if (problems.length > 0) throw new CodegenError('unreadable_contract', problems);
  // Only now all shapes are there.
  const settled = new Set(accepted);
  const known = { shapes: reader.shapes, accepted: settled, released };
  const models = read.map((channel) => withMinReaders(channel, known, problems));
  if (problems.length > 0) throw new CodegenError('unreadable_contract', problems);
  return { model: 1, contract, channels: models, shapes: reader.shapes };
}

/** What was looked at, so that a list of channels or a forgotten call is seen at once. */
function lookedAt(exports: readonly LoadedExport[]): string {
  const shown = exports.slice(0, 5).map(({ file, exportName }) => `'${exportName}' of ${file}`);
  if (shown.length === 0) return ', nothing is exported';
  return ` (there is ${shown.join(', ')}${exports.length > shown.length ? ', …' : ''})`;
}

interface ReadChannel extends Omit<ChannelModel, 'versions'> {
  readonly versions: readonly [VersionToRead, ...VersionToRead[]];
}

function withMinReaders(
  { versions, ...channel }: ReadChannel,
  known: Pick<ReadersOptions, 'shapes' | 'accepted' | 'released'>,
  problems: Problem[],
): ChannelModel {
  const { name, source } = channel;
  const problem = (message: string): void => {
    problems.push({ file: source.file, channel: name, message });
  };
  const minReaders = minReadersOf({ ...known, channel: name, versions, problem });
  const settled = ({ version, schema }: VersionToRead): VersionModel => ({
    version,
    minReader: minReaders[version - 1] ?? version,
    schema,
  });
  const [first, ...later] = versions;
  return { ...channel, versions: [settled(first), ...later.map(settled)] };
}

function readChannel({ file, exportName, identifier, definition }: ChannelExport, reader: SchemaReader): ReadChannel {
  const { name, delivery, key, description, deprecated, retention } = definition;
  const place = { file, channel: name, identifier };
  const [first, ...later] = definition.versions.map(
    ({ version, minReader, schema }): VersionToRead => ({
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
