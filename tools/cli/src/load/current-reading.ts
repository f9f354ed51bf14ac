import { cacheFolder } from '../cache/cache-folder.js';
import { differenceTo } from '../cache/fingerprint.js';
import { type LastReading, readLastReading, readRecord } from '../cache/generation-record.js';
import { surroundingsOf } from '../cache/surroundings.js';
import type { PackagePlace } from '../config/package-place.js';
import type { Progress } from '../report/progress.js';
import { loadChanges } from './load-changes.js';
import { type PackageReading, readPackage } from './read-package.js';

/**
 * What the definitions of a package say now: as the last run read them, and again those that have changed since.
 *
 * @throws CliError what stands in the way.
 */
export async function currentReading(place: PackagePlace, progress: Progress): Promise<PackageReading> {
  return (await readSinceLast(place, progress)) ?? (await readPackage(place, progress));
}

/** @returns undefined where everything has to be read. */
async function readSinceLast(place: PackagePlace, progress: Progress): Promise<PackageReading | undefined> {
  const cache = cacheFolder(place.root, place.configFile);
  const record = readRecord(cache);
  if (record === undefined) return undefined;
  const contractPackage = { ...record.contractPackage, ...place };
  const difference = differenceTo(record.fingerprint, contractPackage, await surroundingsOf(place.root));
  if (difference.kind === 'surroundings') return undefined;
  const last = readLastReading(cache, record);
  if (last === undefined || difference.kind === 'none') return last && { contractPackage, reading: last };
  const changed = await readChanged({ contractPackage, reading: last }, difference.files, progress);
  return changed && { contractPackage, reading: changed };
}

/**
 * The last reading, with what some changed files say now.
 *
 * @returns undefined where everything has to be read.
 */
export async function readChanged(
  { contractPackage, reading }: PackageReading,
  changed: readonly string[],
  progress: Progress,
): Promise<LastReading | undefined> {
  if (changed.some((file) => reading.configSources.some(({ graph }) => graph.has(file)))) return undefined;
  progress.step(`reading ${changed.length} changed ${changed.length === 1 ? 'file' : 'files'}`);
  const loaded = await loadChanges(contractPackage, reading.loaded, changed);
  return loaded && { ...reading, loaded };
}
