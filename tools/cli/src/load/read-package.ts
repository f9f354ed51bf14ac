import type { LastReading } from '../cache/generation-record.js';
import { type ContractPackage, configuredPackage } from '../config/contract-package.js';
import type { PackagePlace } from '../config/package-place.js';
import type { Progress } from '../report/progress.js';
import { BundleRunner } from './bundle-runner.js';
import { contractFiles, loadContract } from './load-contract.js';

/** A package as its configuration and definitions say. */
export interface PackageReading {
  readonly contractPackage: ContractPackage;
  readonly reading: LastReading;
}

/**
 * Reads everything of a package.
 *
 * @throws CliError what stands in the way.
 */
export async function readPackage(place: PackagePlace, progress: Progress): Promise<PackageReading> {
  await using runner = new BundleRunner(place.configFile === undefined ? 'contract' : 'config');
  const { contractPackage, sources: configSources } = await configuredPackage(place, runner);
  const files = await contractFiles(contractPackage);
  progress.step(`reading ${files.channels.length} definition files`);
  const loaded = await loadContract(contractPackage, files, runner);
  return { contractPackage, reading: { loaded, configSources } };
}
