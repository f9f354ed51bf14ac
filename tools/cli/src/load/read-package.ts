import type { LastReading } from '../cache/generation-record.js';
import { type ContractPackage, configuredPackage } from '../config/contract-package.js';
import type { PackagePlace } from '../config/package-place.js';
import type { Progress } from '../report/progress.js';
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
  const { contractPackage, sources: configSources } = await configuredPackage(place);
  const files = await contractFiles(contractPackage);
  progress.step(`reading ${files.channels.length} definition files`);
  const loaded = await loadContract(contractPackage, files);
  return { contractPackage, reading: { loaded, configSources } };
}
