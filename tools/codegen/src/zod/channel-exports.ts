import type { Channel } from '@tidings/core';
import type { ChannelDefinition } from '@tidings/core/define';
import type { core } from 'zod';
import type { Problem } from '../codegen-error.js';
import { compareText } from '../model/canonical-json.js';
import { camelCase } from '../names/identifier-case.js';
import { isReservedConstant } from '../names/reserved-names.js';
import type { LoadedExport } from '../read/loaded-export.js';
import { isZodNode } from './zod-node.js';

/** A channel of any types, as it was defined. */
export type AnyDefinition = Channel &
  Pick<ChannelDefinition<string, core.$ZodType, 'broadcast' | 'durable'>, 'versions'>;

/** A channel and where it was found. */
export interface ChannelExport {
  readonly file: string;
  readonly exportName: string;
  /** What generated names are made of. */
  readonly identifier: string;
  readonly definition: AnyDefinition;
}

/** The channels among the exports of definition files, sorted by name, each once. What else they export is left alone. */
export function channelExports(exports: readonly LoadedExport[], problems: Problem[]): readonly ChannelExport[] {
  const found = exports
    .flatMap(({ file, exportName, value }) =>
      isChannelDefinition(value)
        ? [{ file, exportName, identifier: identifierOf(file, exportName), definition: value }]
        : [],
    )
    .sort((a, b) => compareText(a.definition.name, b.definition.name) || compareText(a.file, b.file));
  for (const { file, exportName, definition } of found.filter(({ identifier }) => !/[\p{L}\p{N}]/u.test(identifier))) {
    const message = `no name can be made of the export '${exportName}': export the channel by a name`;
    problems.push({ file, channel: definition.name, message });
  }
  const byName = new Map<string, ChannelExport>();
  for (const channel of withoutBarrels(found)) {
    const { name } = channel.definition;
    const first = byName.get(name);
    if (first === undefined) byName.set(name, channel);
    else {
      const both = `'${first.exportName}' of ${first.file} and '${channel.exportName}' of ${channel.file}`;
      const same = first.definition === channel.definition;
      const message = same
        ? `is exported twice, as ${both}: export it once, so that its client has one name`
        : `is defined twice, as ${both}: a name belongs to one channel; use .evolve() for a new version of it`;
      problems.push({ file: channel.file, channel: name, message });
    }
  }
  return [...byName.values()];
}

/** An index file that passes channels on exports nothing of its own. */
function withoutBarrels(found: readonly ChannelExport[]): readonly ChannelExport[] {
  return found.filter(
    ({ file, exportName, definition }) =>
      !/(?:^|\/)index\.[cm]?[jt]s$/.test(file) ||
      !found.some((other) => other.definition === definition && other.exportName === exportName && other.file !== file),
  );
}

/** Whether something is a channel, as `defineChannel` returns it. */
export function isChannelDefinition(value: unknown): value is AnyDefinition {
  if (typeof value !== 'object' || value === null || !('~codec' in value) || !('name' in value)) return false;
  if (typeof value.name !== 'string' || !('versions' in value) || !Array.isArray(value.versions)) return false;
  return value.versions.length > 0 && value.versions.every(({ schema }) => isZodNode(schema));
}

function identifierOf(file: string, exportName: string): string {
  const stem = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const given = exportName === 'default' ? stem : exportName;
  const name = /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(given) && exportName !== 'default' ? given : camelCase(given);
  return isReservedConstant(name) ? `${name}Channel` : name;
}
