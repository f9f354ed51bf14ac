import { signalGroup, spawnKept } from '@tidings/test-redis';

/** What a command printed on both its streams, in their order, and its exit code. */
export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

/** Where and how a command runs. */
export interface CommandPlace {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** After so long it is killed, with all that it started. Default: two minutes. */
  readonly withinMs?: number;
}

/** A command that runs. */
export interface RunningCommand {
  /** Resolves when it has ended, however it did. Rejects if it had to be killed because its time was up. */
  readonly ended: Promise<CommandResult>;
  /** What it has printed so far. */
  output(): string;
  /** SIGKILL, for it and all that it started. */
  kill(): void;
}

/** Starts a command line, as a shell would. It ends with this process at the latest. */
export function startCommand(line: string, { cwd, env, withinMs = 120_000 }: CommandPlace): RunningCommand {
  const child = spawnKept('sh', ['-c', `exec 2>&1\n${line}`], { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const kill = (): void => {
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
  };
  const ended = new Promise<CommandResult>((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      kill();
    }, withinMs);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (late) reject(new Error(`${line}: did not end within ${withinMs} ms. It printed:\n${output}`));
      else resolve({ code: code ?? (signal === null ? 1 : 137), output });
    });
  });
  return { ended, output: () => output, kill };
}

/** Runs a command line to its end. An exit code other than 0 is a result, not an error. */
export function runCommand(line: string, place: CommandPlace): Promise<CommandResult> {
  return startCommand(line, place).ended;
}
