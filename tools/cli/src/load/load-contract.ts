import { type ContractModel, type LoadedExport, readContract } from '@tidings/codegen';
import { CliError } from '../cli-error.js';
import type { ContractPackage } from '../config/contract-package.js';
import { definitionFiles } from './definition-files.js';
import { type LoadedModule, loadModules } from './load-modules.js';

/**
 * Loads the definitions of a contract package and reads them into a model.
 *
 * @throws CliError if there are none, or one can't be loaded.
 * @throws CodegenError if one can't be generated from.
 */
export async function loadContract(contractPackage: ContractPackage): Promise<ContractModel> {
  const { root, contract, channels, shapes } = contractPackage;
  const channelFiles = await definitionFiles(contractPackage, channels);
  if (channelFiles.length === 0) {
    throw new CliError(`no file matches ${channels.join(', ')} in ${root}: say \`channels\` in tidings.config.ts`);
  }
  const shapeFiles = (await definitionFiles(contractPackage, shapes)).filter((file) => !channelFiles.includes(file));
  const loaded = await loadModules(root, [...channelFiles, ...shapeFiles]);
  return readContract({
    contract,
    channels: loaded.slice(0, channelFiles.length).flatMap(exportsOf),
    shapes: loaded.slice(channelFiles.length).flatMap(exportsOf),
  });
}

function exportsOf({ file, exports }: LoadedModule): readonly LoadedExport[] {
  return Object.entries(exports).map(([exportName, value]) => ({ file, exportName, value }));
}
