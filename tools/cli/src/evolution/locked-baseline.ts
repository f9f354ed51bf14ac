import { readFileSync } from 'node:fs';
import { type ContractLock, lockFile, readLock, releasedModels } from '@tidings/codegen/evolution';
import { withProblems } from '../with-problems.js';
import type { Baseline } from './baseline.js';
import { ownFile } from './own-file.js';

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
 * @param versions Which of them.
 * @param from Where the lock is from, if that has to be said.
 */
export function lockedBaseline(lock: ContractLock, versions: readonly string[], from = ''): Baseline {
  const last = versions.at(-1);
  const before = versions.length - 1;
  const others = before <= 0 ? '' : ` and ${before} release${before === 1 ? '' : 's'} before it`;
  const said = last === undefined ? 'nothing that was released' : `${last}${others}`;
  return { said: `${said}${from}`, releases: releasedModels(lock, versions), lock };
}
