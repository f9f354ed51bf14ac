import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { isGenerated, type OutputFolders } from '../config/output-folders.js';
import { acceptanceFile, lockFile } from '../config/record-files.js';
import type { Sources } from '../load/sources.js';
import { absent, hashFile } from './content-hash.js';
import { foundPackage } from './found-package.js';
import { settingsFiles } from './settings-files.js';
import type { Surroundings } from './surroundings.js';
import { toolIdentity } from './tool-identity.js';

/** Everything that a contract was read from: equal fingerprints, equal models. */
export interface Fingerprint {
  /** This program and Node. */
  readonly tool: string;
  /** The names of the package's code files: one more may be found in place of another. */
  readonly listing: string;
  /** Definitions and what they import, relative to the package, with their hashes. */
  readonly sources: Readonly<Record<string, string>>;
  /** Configuration, manifests and modules of packages, as absolute paths, with their hashes; `absent` counts too. */
  readonly surroundings: Readonly<Record<string, string>>;
  /** Where packages were found: from which folder, which, where. */
  readonly packages: readonly (readonly [from: string, name: string, found: string])[];
}

/** Whose files they are. */
export interface FingerprintPlace extends OutputFolders {
  readonly root: string;
  readonly configFile: string | undefined;
}

/**
 * Takes the fingerprint of what was just read.
 *
 * @param before What was there before reading began.
 * @returns undefined if it can't be told, or something has changed since.
 */
export function takeFingerprint(
  place: FingerprintPlace,
  sources: readonly Sources[],
  before: Surroundings,
): Fingerprint | undefined {
  const { root } = place;
  const files = [...new Set(sources.flatMap(({ graph }) => [...graph.keys()]))].sort();
  const modules: string[] = [];
  const packages: [string, string, string][] = [];
  for (const { modules: loaded } of sources) {
    if (loaded === undefined) return undefined;
    modules.push(...loaded.files);
    for (const { from, name } of loaded.packages) packages.push([from, name, foundPackage(from, name) ?? absent]);
  }
  const folders = new Set([root, ...files.map((file) => dirname(resolve(root, file)))]);
  const settings = [...settingsFiles(folders), join(root, acceptanceFile), join(root, lockFile)];
  const around = [...new Set([...settings, ...modules])].sort();
  const fingerprint = {
    tool: toolIdentity(),
    listing: listingOf(place, before),
    sources: Object.fromEntries(files.map((file) => [file, hashFile(resolve(root, file))])),
    surroundings: Object.fromEntries(around.map((path) => [path, hashFile(path)])),
    packages,
  };
  // Looked at last: what was written before it was hashed shows by its time.
  const read = [...files.map((file) => resolve(root, file)), ...modules, ...before.settings];
  const isStill = isUntouched(read, settings, before) && packages.every((each) => isWhereLoaded(each, modules));
  return isStill ? fingerprint : undefined;
}

/** Whether a package is found where it was loaded from: an installation may have moved it in the meantime. */
function isWhereLoaded([, , found]: Fingerprint['packages'][number], modules: readonly string[]): boolean {
  return found === absent || modules.some((file) => file.startsWith(found + sep));
}

/** Whether what was read is all there and was not written since, and no setting has come. */
function isUntouched(read: readonly string[], settings: readonly string[], { at }: Surroundings): boolean {
  const changedAt = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const latest = at - restlessMs;
  return (
    read.every((path) => (changedAt(path) ?? Number.POSITIVE_INFINITY) <= latest) &&
    settings.every((path) => (changedAt(path) ?? 0) <= latest)
  );
}

/** Files that were written this shortly before are not trusted to be as they were read: clocks of disks are coarse. */
const restlessMs = 20;

/** The files that a fingerprint was taken of and that are no package's, as absolute paths. */
export function fingerprintFiles(
  { sources, surroundings }: Fingerprint,
  { root }: Pick<FingerprintPlace, 'root'>,
): readonly string[] {
  const around = Object.keys(surroundings).filter((path) => !/[\\/]node_modules[\\/]/.test(path));
  return [...Object.keys(sources).map((file) => resolve(root, file)), ...around];
}

/** What is different from what a fingerprint says. */
export type Difference =
  | { readonly kind: 'none' }
  /** Nothing but the contents of these files. */
  | { readonly kind: 'sources'; readonly files: readonly string[] }
  | { readonly kind: 'surroundings' };

/** Compares a fingerprint with what is there now. */
export function differenceTo(fingerprint: Fingerprint, place: FingerprintPlace, now: Surroundings): Difference {
  const { tool, listing, sources, surroundings, packages } = fingerprint;
  const same =
    tool === toolIdentity() &&
    listing === listingOf(place, now) &&
    Object.entries(surroundings).every(([path, hashed]) => hashFile(path) === hashed) &&
    packages.every(([from, name, found]) => (foundPackage(from, name) ?? absent) === found);
  if (!same) return { kind: 'surroundings' };
  const changed = Object.entries(sources).filter(([file, hashed]) => hashFile(resolve(place.root, file)) !== hashed);
  return changed.length === 0 ? { kind: 'none' } : { kind: 'sources', files: changed.map(([file]) => file) };
}

/** What could be imported, or match a pattern: every code file of the package but those that are generated. */
function listingOf({ configFile, ...place }: FingerprintPlace, { files }: Surroundings): string {
  const own = files.filter((file) => !isGenerated(file, place));
  return hash('sha256', [configFile ?? '', ...own].join('\n'));
}
