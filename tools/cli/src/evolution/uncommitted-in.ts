import { CliError } from '../cli-error.js';
import { git } from './git.js';

/**
 * The files of a folder that are not as the last commit has them; none where there is no repository.
 *
 * @throws CliError if there is one, and git can't tell.
 */
export async function uncommittedIn(folder: string): Promise<readonly string[]> {
  const args = ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', '.'];
  const { failed, stdout, stderr } = await git(folder, args);
  if (!failed) {
    const entries = stdout.split('\0').filter((entry) => entry !== '');
    return entries.map((entry) => entry.slice(3));
  }
  if (/not a git repository/.test(stderr)) return [];
  throw new CliError(`whether everything is committed can't be told: ${stderr.trim().split('\n')[0]}`);
}
