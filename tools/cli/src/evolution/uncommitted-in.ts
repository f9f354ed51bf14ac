import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CliError } from '../cli-error.js';

/**
 * The files of a folder that are not as the last commit has them; none where there is no repository.
 *
 * @throws CliError if there is one, and git can't tell.
 */
export async function uncommittedIn(folder: string): Promise<readonly string[]> {
  const args = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', '.'];
  try {
    const env = { ...process.env, LC_ALL: 'C' };
    const { stdout } = await promisify(execFile)('git', args, { cwd: folder, env, maxBuffer: 1 << 26 });
    return stdout
      .split('\0')
      .filter((entry) => entry !== '')
      .map((entry) => entry.slice(3));
  } catch (error) {
    const { code, stderr = '' } = error as { readonly code?: unknown; readonly stderr?: string };
    if (/not a git repository/.test(stderr)) return [];
    const why = code === 'ENOENT' ? 'git is not installed, or not on the PATH' : stderr.trim().split('\n')[0];
    throw new CliError(`whether everything is committed can't be told: ${why}`, { cause: error });
  }
}
