import { execFile } from 'node:child_process';

/** How a program ran. */
export interface ProgramRun {
  /** From its start to its end, in milliseconds. */
  readonly tookMs: number;
  readonly stdout: string;
}

/**
 * Runs a program of Node to its end.
 *
 * @throws Error with what it printed, if it fails.
 */
export function runProgram(script: string, args: readonly string[], cwd: string): Promise<ProgramRun> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    // A person's settings for colours and progress lines would be measured too.
    const env = { ...process.env, CI: '1', NO_COLOR: '1' };
    execFile(process.execPath, [script, ...args], { cwd, env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error === null) resolve({ tookMs: performance.now() - begun, stdout });
      else reject(new Error(`${script} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error }));
    });
  });
}
