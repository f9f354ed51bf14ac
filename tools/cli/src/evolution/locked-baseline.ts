import { readFileSync } from 'node:fs';
import { type ContractLock, lockFile, readLock, releasedModels } from '@tidings/codegen/evolution';
import type { Baseline } from './baseline.js';
import { ownFile } from './own-file.js';
import { withProblems } from './with-problems.js';

/** The lock of the package in a folder; undefined if nothing was released of it. */
export function lockIn(root: string): ContractLock | undefined {
  const text = ownFile(root, lockFile);
  return text === undefined ? undefined : lockOf(text, lockFile);
}

/** A lock file. `source`: what to call it. */
export function readLockFile(path: string, source: string): ContractLock {
  return lockOf(readFileSync(path, 'utf8'), source);
}

/** The lock that a text is. */
export function lockOf(text: string, source: string): ContractLock {
  return withProblems(() => readLock(text, source));
}

/**
 * The releases of a lock.
 *
 * @param counts Which of them count. Default: all.
 * @param from Where the lock is from, if that has to be said.
 */
export function lockedBaseline(
  lock: ContractLock,
  counts: (release: string) => boolean = () => true,
  from = '',
  keepsLast = true,
): Baseline {
  // The last release counts in any case: it is what users have.
  const newest = lock.releases.at(-1);
  const versions = lock.releases.filter((release) => counts(release) || (keepsLast && release === newest));
  const [last] = versions.slice(-1);
  const before = versions.length - 1;
  const others = before <= 0 ? '' : ` and ${before} release${before === 1 ? '' : 's'} before it`;
  const said = last === undefined ? 'nothing that was released' : `${last}${others}`;
  return { said: `${said}${from}`, releases: releasedModels(lock, versions) };
}
