import { CodegenError, type Problem } from '../codegen-error.js';
import type { ContractModel } from '../model/contract-model.js';
import { channelNames } from '../names/channel-names.js';
import type { ShapeIndex } from '../type/shape-index.js';
import { moduleExports } from './index-module.js';

/**
 * Makes sure that everything generated has a name of its own.
 *
 * @throws CodegenError `name_collision`, naming both sides of each.
 */
export function refuseCollisions(model: ContractModel, shapes: ShapeIndex): void {
  const problems: Problem[] = [...sharedFiles(model), ...sharedNames(model, shapes)];
  if (problems.length > 0) throw new CodegenError('name_collision', problems);
}

function sharedFiles({ channels }: ContractModel): readonly Problem[] {
  const owners = new Map<string, string>();
  return channels.flatMap((channel) => {
    const { module } = channelNames(channel);
    const owner = owners.get(module);
    const { file, exportName } = channel.source;
    owners.set(module, `'${exportName}' of ${file}`);
    if (owner === undefined) return [];
    const message = `the export '${exportName}' would be generated as ${module}.ts, as ${owner} is: rename one of them`;
    return [{ file, channel: channel.name, message }];
  });
}

function sharedNames(model: ContractModel, shapes: ShapeIndex): readonly Problem[] {
  const owners = new Map<string, string>();
  return moduleExports(model, shapes).flatMap(({ module, names }) =>
    names.flatMap(({ name }) => {
      const owner = owners.get(name);
      owners.set(name, module);
      if (owner === undefined || owner === module) return [];
      return [
        {
          message: `'${name}' would be generated twice, in ${owner}.ts and ${module}.ts: rename the channel or the shape`,
        },
      ];
    }),
  );
}
