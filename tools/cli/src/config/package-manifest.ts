import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import valid from 'semver/functions/valid.js';
import { CliError } from '../cli-error.js';

/** What of a package's manifest a release is about. */
export interface PackageManifest {
  readonly name: string;
  readonly version: string;
}

/**
 * The name and the version of a package.
 *
 * @throws CliError if it has none.
 */
export function packageManifest(root: string): PackageManifest {
  const path = join(root, 'package.json');
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new CliError(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  const { name, version } = (typeof manifest === 'object' && manifest !== null ? manifest : {}) as Partial<
    Record<keyof PackageManifest, unknown>
  >;
  if (typeof name !== 'string' || name === '') throw new CliError(`${path} has no name: give the package one`);
  if (typeof version !== 'string' || valid(version) !== version) {
    const found = version === undefined ? 'no version' : `a version that is none, ${JSON.stringify(version)}`;
    throw new CliError(`${path} has ${found}: a package that is not released yet has "version": "0.0.0"`);
  }
  return { name, version };
}
