import { join } from 'node:path';
import { CodegenError, type ContractModel, type GeneratedFile, type OutputPlan, planOutput } from '@tidings/codegen';
import { CliError, DefinitionError } from '../cli-error.js';
import type { ContractPackage } from '../config/contract-package.js';
import { emitters } from './emitters.js';
import { outputState } from './output-folder.js';

/** What is to be done, and what there will be. */
export interface PackagePlan {
  readonly plan: OutputPlan;
  /** Every generated file, relative to the output folder. */
  readonly files: readonly GeneratedFile[];
}

/**
 * Generates a package's files and compares them with what is there. Writes nothing.
 *
 * @throws CliError if something is in the way; DefinitionError if names collide.
 */
export function planPackage(model: ContractModel, { root, output }: ContractPackage): PackagePlan {
  try {
    const files = emitters.flatMap((emit) => emit(model, { output }));
    const plan = planOutput(files, outputState(join(root, output), output));
    if (plan.foreign.length > 0) throw new CliError(foreignFiles(plan, output));
    return { plan, files };
  } catch (error) {
    throw error instanceof CodegenError ? new DefinitionError(error.problems) : error;
  }
}

function foreignFiles({ foreign }: OutputPlan, output: string): string {
  const lines = foreign.map((path) => `${output}/${path}: was not generated, and will not be overwritten`);
  return [...lines, 'Move it away, or choose another `output` in tidings.config.ts. Nothing was written.'].join('\n');
}
