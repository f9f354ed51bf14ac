import { lockFile } from '@tidings/codegen/evolution';
import { CliError } from '../cli-error.js';
import type { Baseline } from './baseline.js';
import { countedReleases } from './counted-releases.js';
import { git } from './git.js';
import { lockedBaseline, lockOf } from './locked-baseline.js';

/**
 * What was released of a package, as a commit knows it. Nothing is run, and nothing is checked out: the lock says all.
 *
 * @param ref A branch, tag or commit.
 * @throws CliError if there is no repository or no such commit.
 */
export async function gitBaseline(root: string, ref: string, oldest: string | undefined): Promise<Baseline> {
  if (ref === '' || ref.startsWith('-')) {
    throw new CliError('--against git: names no branch, tag or commit: write for example git:main');
  }
  const commit = await git(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  if (commit.failed) throw new CliError(await missing(root, ref, commit.stderr));
  const shown = await git(root, ['show', `${commit.stdout.trim()}:./${lockFile}`]);
  const from = `, as of git:${ref}`;
  if (!shown.failed) {
    const lock = lockOf(shown.stdout, `${lockFile} of git:${ref}`);
    return lockedBaseline(lock, countedReleases(lock.releases, oldest), from);
  }
  if (/does not exist|exists on disk, but not in/.test(shown.stderr)) {
    return { said: `nothing was released as of git:${ref}, which has no ${lockFile} here`, releases: [] };
  }
  throw new CliError(`git can't show ${lockFile} of git:${ref}: ${shown.stderr.trim()}`);
}

/** Whether the last commit has a lock where there is none now. */
export async function isCommitted(root: string): Promise<boolean> {
  try {
    return !(await git(root, ['cat-file', '-e', `HEAD:./${lockFile}`])).failed;
  } catch {
    // Without git there is no commit either.
    return false;
  }
}

async function missing(root: string, ref: string, stderr: string): Promise<string> {
  const inside = await git(root, ['rev-parse', '--is-inside-work-tree']);
  if (inside.failed) return `--against git:${ref}: ${root} is not in a git repository (${inside.stderr.trim()})`;
  const shallow = await git(root, ['rev-parse', '--is-shallow-repository']);
  const hint =
    shallow.stdout.trim() === 'true'
      ? 'the clone is shallow: fetch the commit (git fetch origin <branch>), or check out with its history (fetch-depth: 0)'
      : 'fetch it (git fetch origin <branch>), or correct its name; branches of the remote are called origin/<branch>';
  const detail = stderr.trim();
  return `--against git:${ref}: there is no such branch, tag or commit${detail === '' ? '' : ` (${detail})`}: ${hint}`;
}
