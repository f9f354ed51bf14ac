import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The files of a folder that are not as the last commit has them; none where there is no repository. */
export async function uncommittedIn(folder: string): Promise<readonly string[]> {
  try {
    const args = ['status', '--porcelain', '--untracked-files=all', '--', '.'];
    const { stdout } = await promisify(execFile)('git', args, { cwd: folder, maxBuffer: 1 << 26 });
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.slice(3));
  } catch {
    // No git, or no repository: then nothing is committed anyway.
    return [];
  }
}
