import { join } from 'node:path';
import { emitClient, type OutputPlan, planOutput } from '@tidings/codegen';
import { CliError } from '../cli-error.js';
import { type ContractPackage, findPackage } from '../config/contract-package.js';
import { loadContract } from '../load/load-contract.js';
import { applyPlan, outputState } from './output-folder.js';

/** How the client is generated. */
export interface GenerateOptions {
  /** Whether to only say what is stale. Default false. */
  readonly check?: boolean;
  /** The configuration file. Default: the one in the folder, if there is one. */
  readonly config?: string;
}

/** What a command has to say, and how it went. */
export interface Outcome {
  readonly lines: readonly string[];
  /** What may be a mistake. */
  readonly notes: readonly string[];
  /** 0 fine, 1 could not do it. */
  readonly exitCode: 0 | 1;
}

/**
 * Generates the client of the contract package in a folder, or checks that it is what the definitions generate.
 *
 * @throws CliError, CodegenError: what stands in the way.
 */
export async function generate(folder: string, { check = false, config }: GenerateOptions): Promise<Outcome> {
  const begun = performance.now();
  const contractPackage = await findPackage(folder, config);
  const { model, withoutChannels } = await loadContract(contractPackage);
  const output = join(contractPackage.root, contractPackage.output);
  const plan = planOutput(
    emitClient(model, { output: contractPackage.output }),
    outputState(output, contractPackage.output),
  );
  if (plan.foreign.length > 0) throw new CliError(foreignFiles(plan, contractPackage));
  const about = `${model.contract}: ${count(model.channels.length, 'channel')}`;
  const notes = withoutChannels.map((file) => `note: ${file} exports no channel`);
  if (check) return { ...checked(plan, contractPackage, about), notes };
  applyPlan(output, plan);
  const tookMs = Math.round(performance.now() - begun);
  return { lines: [`${about}, ${summary(plan)} in ${contractPackage.output} (${tookMs} ms)`], notes, exitCode: 0 };
}

function checked(plan: OutputPlan, { output }: ContractPackage, about: string): Omit<Outcome, 'notes'> {
  const stale = [...plan.write.map(({ path }) => path), ...plan.remove];
  if (stale.length === 0) return { lines: [`${about}, ${output} is up to date`], exitCode: 0 };
  const lines = stale.toSorted().map((path) => `stale: ${output}/${path}`);
  return { lines: [...lines, `${about}, ${count(stale.length, 'stale file')}: run tidings generate`], exitCode: 1 };
}

function foreignFiles({ foreign }: OutputPlan, { output }: ContractPackage): string {
  const lines = foreign.map((path) => `${output}/${path}: was not generated, and will not be overwritten`);
  return [...lines, 'Move it away, or choose another `output` in tidings.config.ts. Nothing was written.'].join('\n');
}

function summary({ write, remove, unchanged }: OutputPlan): string {
  const parts = [
    ...(write.length > 0 ? [`${count(write.length, 'file')} written`] : []),
    ...(remove.length > 0 ? [`${remove.length} removed`] : []),
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
  ];
  return parts.join(', ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
