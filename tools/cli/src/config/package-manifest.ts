import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
    manifest = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CliError(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  const { name, version } = (typeof manifest === 'object' && manifest !== null ? manifest : {}) as Partial<
    Record<keyof PackageManifest, unknown>
  >;
  if (typeof name !== 'string' || name === '') throw new CliError(`${path} has no name: give the package one`);
  if (typeof version !== 'string' || !/^\d+\.\d+\.\d+/.test(version)) {
    throw new CliError(`${path} has no version: a package that is not released yet has "version": "0.0.0"`);
  }
  return { name, version };
}
