import { execFile } from 'node:child_process';

/** What a program printed, and its exit code. */
export interface ProgramResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a program in a folder to its end. An exit code other than 0 is a result, not an error. */
export function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const options = {
      cwd,
      env: { ...process.env, ...env },
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
    };
    execFile(program, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, output: `${stdout}${stderr}${code === 0 || stderr || stdout ? '' : error?.message}` });
    });
  });
}
