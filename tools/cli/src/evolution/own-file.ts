import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../cli-error.js';

/**
 * What is in a file of a package; undefined if there is none.
 *
 * @throws CliError if it is no file.
 */
export function ownFile(root: string, name: string): string | undefined {
  const path = join(root, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new CliError(`${name} is a folder, and should be a file: move it away`);
  return readFileSync(path, 'utf8');
}
