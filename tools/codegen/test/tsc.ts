import { execFile } from 'node:child_process';
import { join } from 'node:path';

const compiler: string = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.bin', 'tsc');

/** Runs the compiler on a project; gives what it complains of, empty if nothing. */
export function tsc(project: string, ...options: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(compiler, ['-p', project, '--pretty', 'false', ...options], (error, stdout, stderr) => {
      if (error !== null && stdout === '') reject(new Error(stderr, { cause: error }));
      else resolve(stdout);
    });
  });
}
