import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { lockFile } from '@tidings/codegen/evolution';
import { CliError } from '../cli-error.js';
import type { Baseline } from './baseline.js';
import { lockedBaseline, lockOf } from './locked-baseline.js';

/**
 * What was released of a package, as a commit knows it. Nothing is run, and nothing is checked out: the lock says all.
 *
 * @param ref A branch, tag or commit.
 * @throws CliError if there is no repository or no such commit.
 */
export async function gitBaseline(root: string, ref: string, counts: (release: string) => boolean): Promise<Baseline> {
  if (ref === '' || ref.startsWith('-')) {
    throw new CliError('--against git: names no branch, tag or commit: write for example git:main');
  }
  const commit = await git(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  if (commit.failed) throw new CliError(await missing(root, ref, commit.stderr));
  const shown = await git(root, ['show', `${commit.stdout.trim()}:./${lockFile}`]);
  const from = `, as of git:${ref}`;
  if (!shown.failed) return lockedBaseline(lockOf(shown.stdout, `${lockFile} of git:${ref}`), counts, from);
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

interface GitRun {
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

async function git(root: string, args: readonly string[]): Promise<GitRun> {
  try {
    const env = { ...process.env, LC_ALL: 'C' };
    const { stdout, stderr } = await promisify(execFile)('git', args, { cwd: root, env, maxBuffer: 1 << 30 });
    return { failed: false, stdout, stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (code === 'ENOENT') throw new CliError('git is not installed, or not on the PATH: --against git:<ref> needs it');
    return { failed: true, stdout, stderr };
  }
}
