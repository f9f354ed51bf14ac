import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** How a run of the example ended. */
export interface Ending {
  /** The exit code; of a signal, its name. */
  readonly code: number | NodeJS.Signals | null;
  /** What it printed, on both streams, without colours. */
  readonly output: string;
}

/** A run of the example that is under way. */
export interface RunningExample {
  readonly process: ChildProcess;
  readonly ended: Promise<Ending>;
  /** Resolves with the match once the output has it. Rejects if the run ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Starts the built example. */
export function startExample(args: readonly string[], env: NodeJS.ProcessEnv = {}): RunningExample {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const looks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += stripVTControlCharacters(text);
      for (const look of looks) look();
    });
  }
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? signal, output }));
  });
  const printed = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match !== null) resolve(match);
      };
      looks.add(look);
      look();
      void ended.then(() => reject(new Error(`it ended and did not print ${pattern}:\n${output}`)), reject);
    });
  return { process: child, ended, printed };
}

/** Runs the built example to its end. */
export function runExample(...args: readonly string[]): Promise<Ending> {
  return startExample(args).ended;
}
