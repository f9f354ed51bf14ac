import { join } from 'node:path';
import { CliError } from '../cli-error.js';
import type { ContractPackage } from '../config/contract-package.js';
import { lockFile } from '../config/record-files.js';
import { acceptancesOf } from '../evolution/acceptances-of.js';
import type { ReadContract } from './bundle-job.js';
import type { BundleRunner } from './bundle-runner.js';
import { definitionFiles, noFileMatches } from './definition-files.js';
import { runFiles } from './run-files.js';
import type { Sources } from './sources.js';

/** A contract, and what it was read from. */
export interface LoadedContract extends ReadContract {
  readonly sources: Sources;
  readonly files: ContractFiles;
}

/** Which files of a package define what. */
export interface ContractFiles {
  readonly channels: readonly string[];
  readonly shapes: readonly string[];
}

/**
 * Finds the definition files of a contract package.
 *
 * @throws CliError if there are none.
 */
export async function contractFiles(contractPackage: ContractPackage): Promise<ContractFiles> {
  const { channels: patterns } = contractPackage;
  const channels = await definitionFiles(contractPackage, patterns);
  if (channels.length === 0) throw new CliError(await noFileMatches(contractPackage, patterns));
  const shapes = (await definitionFiles(contractPackage, contractPackage.shapes)).filter(
    (file) => !channels.includes(file),
  );
  return { channels, shapes };
}

/**
 * Loads definition files of a contract package and reads them into a model.
 *
 * @throws CliError if one can't be loaded.
 * @throws DefinitionError if one can't be generated from.
 */
export async function loadContract(
  { root, contract, oldest }: Pick<ContractPackage, 'root' | 'contract' | 'oldest'>,
  files: ContractFiles,
  runner: BundleRunner,
): Promise<LoadedContract> {
  const { channels, shapes } = files;
  const accepted = (await acceptancesOf(root)).map(({ fingerprint }) => fingerprint);
  const job = { kind: 'contract', contract, channels, shapes, accepted, lock: join(root, lockFile), oldest } as const;
  const { result, graph, modules } = await runFiles(runner, root, [...channels, ...shapes], job);
  return { ...result, sources: { graph, modules }, files };
}
