import type { ContractModel } from '@tidings/codegen';
import { differenceTo } from '../cache/fingerprint.js';
import { type GenerationRecord, outputIsAsRecorded, readLastReading, readRecord } from '../cache/generation-record.js';
import type { Surroundings } from '../cache/surroundings.js';
import type { ContractPackage } from '../config/contract-package.js';
import type { PackagePlace } from '../config/package-place.js';
import { readChanged } from '../load/current-reading.js';
import type { PackageReading } from '../load/read-package.js';
import type { Progress } from '../report/progress.js';

/** What the last run knows that still holds: that there is nothing to do, or what the definitions say. */
export type KnownBefore =
  | { readonly kind: 'nothing to do'; readonly contractPackage: ContractPackage; readonly record: GenerationRecord }
  | ({
      readonly kind: 'read';
      /** The model that the generated files were made from, if they are as the last run left them. */
      readonly before?: { readonly model: ContractModel; readonly record: GenerationRecord };
    } & PackageReading);

/**
 * Looks at what has changed since the last run, and loads what the change reaches.
 *
 * @returns undefined where everything has to be read again.
 * @throws CliError what stands in the way, in a file that has changed.
 */
export async function knownBefore(
  cache: string | undefined,
  place: PackagePlace,
  around: Surroundings,
  progress: Progress,
): Promise<KnownBefore | undefined> {
  const record = readRecord(cache);
  if (record === undefined) return undefined;
  // The package is the same, but may have been named from another folder.
  const contractPackage = { ...record.contractPackage, ...place };
  const difference = differenceTo(record.fingerprint, contractPackage, around);
  if (difference.kind === 'surroundings') return undefined;
  if (difference.kind === 'none' && outputIsAsRecorded(record)) {
    return { kind: 'nothing to do', contractPackage, record };
  }
  const last = readLastReading(cache, record);
  if (last === undefined) return undefined;
  if (difference.kind === 'none') return { kind: 'read', contractPackage, reading: last };
  const changing = readChanged({ contractPackage, reading: last }, difference.files, progress);
  const before = outputIsAsRecorded(record) ? { model: last.loaded.model, record } : undefined;
  // The second takes a while to load, and is needed next.
  const [reading] = await Promise.all([changing, import('./plan-package.js')]);
  if (reading === undefined) return undefined;
  return { kind: 'read', contractPackage, reading, ...(before && { before }) };
}
