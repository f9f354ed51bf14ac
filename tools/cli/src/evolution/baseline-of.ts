import { type ContractLock, lockFile } from '@tidings/codegen/evolution';
import { CliError } from '../cli-error.js';
import type { ContractPackage } from '../config/contract-package.js';
import type { Progress } from '../report/progress.js';
import type { Baseline } from './baseline.js';
import { countedReleases } from './counted-releases.js';
import { lockedBaseline, lockIn } from './locked-baseline.js';

/**
 * What a package is compared with.
 *
 * @param against `git:<ref>`, `npm:<package>@<range>`, a folder or a file. Default: what its own lock says was released.
 * @throws CliError if that is not there, or not to be read.
 */
export async function baselineOf(
  { root, contract, oldest }: Pick<ContractPackage, 'root' | 'contract' | 'oldest'>,
  against: string | undefined,
  progress: Progress,
): Promise<Baseline> {
  if (against === undefined) {
    const lock = await ownLock(root, contract);
    if (lock === undefined) return { said: 'nothing was released yet', releases: [] };
    return lockedBaseline(lock, countedReleases(lock.releases, oldest));
  }
  if (against.startsWith('git:')) {
    const { gitBaseline } = await import('./git-baseline.js');
    return await gitBaseline(root, against.slice(4), oldest);
  }
  if (against.startsWith('npm:')) {
    progress.step(`fetching ${against.slice(4)}`);
    const { npmBaseline } = await import('./npm-baseline.js');
    return await npmBaseline(root, against.slice(4), oldest);
  }
  if (/^[a-z][a-z0-9]+:/.test(against)) {
    throw new CliError(
      `--against ${against}: there is no such kind of place; there are git:<ref>, npm:<package>@<range>, a folder and a file`,
    );
  }
  const { pathBaseline } = await import('./path-baseline.js');
  return await pathBaseline(against, oldest, progress);
}

/**
 * The lock of a package; undefined if nothing was released of it.
 *
 * @throws CliError if it is another contract's, or is gone.
 */
export async function ownLock(root: string, contract: string): Promise<ContractLock | undefined> {
  const lock = lockIn(root);
  if (lock === undefined) {
    const { isCommitted } = await import('./git-baseline.js');
    if (!(await isCommitted(root))) return undefined;
    throw new CliError(
      `${lockFile} is gone, and the last commit has it: without it, nothing is known of what was released. git checkout HEAD -- ${lockFile} brings it back`,
    );
  }
  if (lock.contract === contract) return lock;
  throw new CliError(
    `${lockFile} is of the contract '${lock.contract}', and this one is called '${contract}', so that its facade has another name: say contract: '${lock.contract}' in tidings.config.ts; for another contract with a history of its own, remove the lock and commit that`,
  );
}
