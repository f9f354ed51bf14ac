import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CliError } from '../cli-error.js';

/** What came of a run of git. */
export interface GitRun {
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs git in a folder, in English.
 *
 * @throws CliError if there is no git.
 */
export async function git(root: string, args: readonly string[]): Promise<GitRun> {
  try {
    const env = { ...process.env, LC_ALL: 'C' };
    const { stdout, stderr } = await promisify(execFile)('git', args, { cwd: root, env, maxBuffer: 1 << 30 });
    return { failed: false, stdout, stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (code === 'ENOENT') throw new CliError('git is not installed, or not on the PATH');
    return { failed: true, stdout, stderr };
  }
}
