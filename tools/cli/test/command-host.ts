import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Run } from './workspace-package.js';

/** What a host is asked to run. */
export interface HostedRun {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** As long as a process would take to start: files that were written less than 20 ms ago are not trusted to be as they were read. */
const startMs = 40;

/**
 * A process that runs the built command again and again: most of what a run costs is to start Node and to load the command.
 * What it prints, its folder and its environment are those of each run; its definitions have a thread of their own in any case.
 * It ends with the process that began it.
 */
export class CommandHost {
  #process: ChildProcess | undefined;
  /** Rejects when it ends before it was told to. */
  #ended: Promise<never> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Runs the command, after what it was asked for before. */
  run(args: readonly string[], cwd: string): Promise<Run> {
    const run = this.#last.then(() => this.#runNow({ args, cwd, env: { ...process.env } }));
    this.#last = run.catch(() => {});
    return run;
  }

  async #runNow(run: HostedRun): Promise<Run> {
    this.#process ??= await this.#start();
    await setTimeout(startMs);
    const answered = once(this.#process, 'message');
    this.#process.send(run);
    const [answer]: Run[] = await Promise.race([answered, this.#ended ?? answered]);
    if (answer === undefined) throw new Error('the host of the command gave no answer');
    return answer;
  }

  async #start(): Promise<ChildProcess> {
    const program = join(import.meta.dirname, 'command-host-process.ts');
    const child = fork(program, [], { execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const ended = endOf(child);
    ended.catch(() => {});
    this.#ended = ended;
    await Promise.race([once(child, 'message'), ended]);
    child.unref();
    child.channel?.unref();
    return child;
  }
}

async function endOf(child: ChildProcess): Promise<never> {
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code] = await once(child, 'exit');
  throw new Error(`the host of the command ended with code ${code}:\n${stderr}`);
}
