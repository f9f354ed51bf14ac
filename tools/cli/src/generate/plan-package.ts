import { join } from 'node:path';
import { CodegenError, type ContractModel, manifestFile, planOutput } from '@tidings/codegen';
import { CliError, DefinitionError } from '../cli-error.js';
import type { ContractPackage } from '../config/contract-package.js';
import { type FolderPlan, outputState } from './output-folder.js';
import { outputsOf } from './outputs.js';

/** What is to be done in the folders of a package. Paths are relative to the package. */
export interface PackagePlan {
  readonly folders: readonly FolderPlan[];
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** Every generated file, and the record of each folder. */
  readonly files: readonly string[];
}

/**
 * Generates a package's files and compares them with what is there. Writes nothing.
 *
 * @throws CliError if something is in the way; DefinitionError if names collide.
 */
export function planPackage(model: ContractModel, contractPackage: ContractPackage): PackagePlan {
  const { root } = contractPackage;
  try {
    const planned = outputsOf(contractPackage).map(({ folder, emit }) => {
      const files = emit(model);
      return { folder, files, plan: planOutput(files, outputState(join(root, folder), folder)) };
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
      files: paths(({ files }) => [...files.map(({ path }) => path), manifestFile]),
    };
  } catch (error) {
    throw error instanceof CodegenError ? new DefinitionError(error.problems) : error;
  }
}

function foreignFiles(foreign: readonly string[]): string {
  const lines = foreign.map((path) => `${path}: was not generated, and will not be overwritten`);
  const instead = 'Move it away, or choose another `output` or `spec` in tidings.config.ts. Nothing was written.';
  return [...lines, instead].join('\n');
}
