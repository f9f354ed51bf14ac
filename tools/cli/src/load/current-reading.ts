import { cacheFolder } from '../cache/cache-folder.js';
import { differenceTo } from '../cache/fingerprint.js';
import { readLastReading, readRecord } from '../cache/generation-record.js';
import { surroundingsOf } from '../cache/surroundings.js';
import type { PackagePlace } from '../config/package-place.js';
import type { Progress } from '../report/progress.js';
import { type PackageReading, readPackage } from './read-package.js';

/**
 * What the definitions of a package say now: as the last run read them, if nothing has changed since.
 *
 * @throws CliError what stands in the way.
 */
export async function currentReading(place: PackagePlace, progress: Progress): Promise<PackageReading> {
  return (await lastReadingIfItHolds(place)) ?? (await readPackage(place, progress));
}

async function lastReadingIfItHolds(place: PackagePlace): Promise<PackageReading | undefined> {
  const cache = cacheFolder(place.root, place.configFile);
  const record = readRecord(cache);
  if (record === undefined) return undefined;
  const contractPackage = { ...record.contractPackage, ...place };
  const { kind } = differenceTo(record.fingerprint, contractPackage, await surroundingsOf(place.root));
  const reading = kind === 'none' ? readLastReading(cache, record) : undefined;
  return reading === undefined ? undefined : { contractPackage, reading };
}
