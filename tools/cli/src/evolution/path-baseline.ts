import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readModel } from '@tidings/codegen';
import { type ContractLock, lockFile } from '@tidings/codegen/evolution';
import { CliError } from '../cli-error.js';
import { packagePlace } from '../config/package-place.js';
import { currentReading } from '../load/current-reading.js';
import type { Progress } from '../report/progress.js';
import { withProblems } from '../with-problems.js';
import type { Baseline } from './baseline.js';
import { countedReleases } from './counted-releases.js';
import { lockedBaseline, lockOf, readLockFile } from './locked-baseline.js';

/**
 * What a folder or file says: the releases of a lock file, if it is one or the folder has one; a model; or else what the
 * definitions in the folder say.
 *
 * @throws CliError if it is none of these.
 */
export async function pathBaseline(path: string, oldest: string | undefined, progress: Progress): Promise<Baseline> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new CliError(
      `--against ${path}: there is no such folder or file; a branch is written git:${path}, a published package npm:${path}`,
    );
  }
  if (found.isDirectory()) return await folderBaseline(path, oldest, progress);
  const text = readFileSync(path, 'utf8');
  const kind = kindOf(text);
  if (kind === 'lock') return saidBy(lockOf(text, path), oldest, path);
  if (kind === 'model') {
    return { said: path, releases: [{ version: path, model: withProblems(() => readModel(text, path)) }] };
  }
  throw new CliError(
    `--against ${path}: it is no ${lockFile} and no model of a contract. To compare two JSON Schemas, name both: tidings breaking new.schema.json --against old.schema.json`,
  );
}

/** What a file is, by the number of its format; one that is cut or has conflicts is judged by what is left of it. */
function kindOf(text: string): 'lock' | 'model' | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    if ('lock' in parsed) return 'lock';
    return 'model' in parsed && 'channels' in parsed ? 'model' : undefined;
  } catch {
    return /"lock"\s*:\s*\d/.test(text) ? 'lock' : undefined;
  }
}

function saidBy(lock: ContractLock, oldest: string | undefined, place: string): Baseline {
  return lockedBaseline(lock, countedReleases(lock.releases, oldest), `, as ${place} says`);
}

async function folderBaseline(folder: string, oldest: string | undefined, progress: Progress): Promise<Baseline> {
  const lock = join(folder, lockFile);
  if (existsSync(lock)) return saidBy(readLockFile(lock, `${folder}/${lockFile}`), oldest, folder);
  const { reading } = await currentReading(packagePlace(resolve(folder), undefined), progress);
  return { said: `the definitions in ${folder}`, releases: [{ version: folder, model: reading.loaded.model }] };
}
