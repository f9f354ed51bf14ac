import { CodegenError, type Problem } from '../codegen-error.js';
import type { ClientPlan } from './client-plan.js';
import { moduleExports } from './module-exports.js';

/**
 * Makes sure that everything generated has a name of its own. Which of two gives way is for their author to say: a rule
 * of ours would rename what others import as soon as a channel is added.
 *
 * @throws CodegenError `name_collision`, naming both sides of each.
 */
export function refuseCollisions(plan: ClientPlan): void {
  const files = sharedFiles(plan);
  const problems = files.length > 0 ? files : sharedNames(plan);
  if (problems.length > 0) throw new CodegenError('name_collision', problems);
}

function sharedFiles({ channels }: ClientPlan): readonly Problem[] {
  const owners = new Map<string, string>();
  return channels.flatMap(({ model, names: { module } }) => {
    const owner = owners.get(module);
    const { file, exportName } = model.source;
    owners.set(module, `'${exportName}' of ${file}`);
    if (owner === undefined) return [];
    const message = `the export '${exportName}' would be generated as ${module}.ts, as ${owner} is: rename one of them`;
    return [{ file, channel: model.name, message }];
  });
}

function sharedNames(plan: ClientPlan): readonly Problem[] {
  const owners = new Map<string, string>();
  return moduleExports(plan).flatMap(({ module, names }) =>
    names.flatMap(({ name }) => {
      const owner = owners.get(name);
      owners.set(name, module);
      if (owner === undefined) return [];
      const where = owner === module ? `twice in ${module}.ts` : `twice, in ${owner}.ts and ${module}.ts`;
      return [{ message: `'${name}' would be generated ${where}: rename the channel or the shape that it is made of` }];
    }),
  );
}
