import { join } from 'node:path';
import { type ContractModel, type GeneratedFile, planOutput } from '@tidings/codegen/write';
import { CliError } from '../cli-error.js';
import type { ContractPackage } from '../config/contract-package.js';
import { withProblems } from '../with-problems.js';
import { type FolderPlan, outputState } from './output-folder.js';
import { outputsOf } from './outputs.js';

/** What is to be done in the folders of a package. Paths are relative to the package. */
export interface PackagePlan {
  readonly folders: readonly FolderPlan[];
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** The generated files that were compared; not those that a change leaves alone. */
  readonly files: readonly GeneratedFile[];
}

/**
 * Generates a package's files and compares them with what is there. Writes nothing.
 *
 * @param before What the files that are there were made from, if that is known: then only those are generated that may
 *   have changed.
 * @throws CliError if something is in the way; DefinitionError if names collide.
 */
export function planPackage(
  model: ContractModel,
  contractPackage: ContractPackage,
  before?: ContractModel,
): PackagePlan {
  const { root } = contractPackage;
  return withProblems(() => {
    const planned = outputsOf(contractPackage).map(({ folder, emit, emitChanges }) => {
      const changes = before && emitChanges({ before, after: model });
      const files = changes ?? emit(model);
      return { folder, files, plan: planOutput(files, outputState(join(root, folder), folder), changes !== undefined) };
    });
    const paths = (pick: (each: (typeof planned)[number]) => readonly string[]): readonly string[] =>
      planned.flatMap((each) => pick(each).map((path) => `${each.folder}/${path}`));
    const foreign = paths(({ plan }) => plan.foreign);
    if (foreign.length > 0) throw new CliError(foreignFiles(foreign));
    return {
      folders: planned.map(({ folder, plan }) => ({ folder: join(root, folder), plan })),
      written: paths(({ plan }) => plan.write.map(({ path }) => path)),
      removed: paths(({ plan }) => plan.remove),
      unchanged: planned.reduce((total, { plan }) => total + plan.unchanged, 0),
      files: planned.flatMap(({ folder, files, plan }) =>
        [...files, plan.record].map((file) => ({ ...file, path: `${folder}/${file.path}` })),
      ),
    };
  });
}

function foreignFiles(foreign: readonly string[]): string {
  const lines = foreign.map((path) => `${path}: was not generated, and will not be overwritten`);
  const instead = 'Move it away, or choose another `output` or `spec` in tidings.config.ts. Nothing was written.';
  return [...lines, instead].join('\n');
}
