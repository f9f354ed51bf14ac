import { CliError } from '../cli-error.js';
import type { ContractPackage } from '../config/contract-package.js';
import { bundleFiles } from './bundle.js';
import type { LoadedContract } from './bundle-job.js';
import { definitionFiles, noFileMatches } from './definition-files.js';
import { runBundle } from './run-bundle.js';

/**
 * Loads the definitions of a contract package and reads them into a model.
 *
 * @throws CliError if there are none, or one can't be loaded.
 * @throws CodegenError if one can't be generated from.
 */
export async function loadContract(contractPackage: ContractPackage): Promise<LoadedContract> {
  const { root, contract, channels: patterns } = contractPackage;
  const channels = await definitionFiles(contractPackage, patterns);
  if (channels.length === 0) throw new CliError(await noFileMatches(contractPackage, patterns));
  const shapes = (await definitionFiles(contractPackage, contractPackage.shapes)).filter(
    (file) => !channels.includes(file),
  );
  const bundle = await bundleFiles(root, [...channels, ...shapes]);
  return await runBundle(bundle, { kind: 'contract', contract, channels, shapes });
}
