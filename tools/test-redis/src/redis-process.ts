import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { answers } from './answers.js';
import { signalGroup, spawnKept } from './kept-processes.js';

/** The process of a server, which has its `redis.conf`, its data and its log in a folder of its own. */
export class RedisProcess {
  readonly folder: string;
  readonly #program: string;
  readonly #args: readonly string[];
  #running: { readonly child: ChildProcess; readonly ended: Promise<void> } | undefined;

  constructor(program: string, args: readonly string[], folder: string) {
    this.#program = program;
    this.#args = args;
    this.folder = folder;
  }

  get pid(): number | undefined {
    return this.#running?.child.pid;
  }

  /** What `redis.conf` must say, so that nobody else's server is taken for this one. */
  get socketPath(): string {
    return join(this.folder, 'redis.sock');
  }

  get configPath(): string {
    return join(this.folder, 'redis.conf');
  }

  /** Resolves when it answers; false if it ended before. */
  async start(): Promise<boolean> {
    const log = openSync(this.#logPath, 'a');
    const stdio = ['ignore', log, log] as const;
    const child = spawnKept(this.#program, [this.configPath, ...this.#args], { stdio: [...stdio] });
    closeSync(log);
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    const running = { child, ended };
    this.#running = running;
    void ended.then(() => {
      if (this.#running === running) this.#running = undefined;
    });
    const deadline = performance.now() + 30_000;
    while (this.#running === running) {
      if (await answers(this.socketPath)) {
        // A program that forgets to stop it shall end nevertheless, and the server with it.
        child.unref();
        return true;
      }
      if (performance.now() > deadline) {
        await this.kill();
        throw new Error(`${this.#program} did not answer within half a minute. ${await this.lastWords()}`);
      }
      await wait(15);
    }
    return false;
  }

  async kill(): Promise<void> {
    if (this.#running === undefined) return;
    const { child, ended } = this.#running;
    child.ref();
    this.signal('SIGKILL');
    await ended;
  }

  signal(signal: NodeJS.Signals): void {
    if (this.pid !== undefined) signalGroup(this.pid, signal);
  }

  /** A sentence with the end of its log. */
  async lastWords(): Promise<string> {
    const log = await readFile(this.#logPath, 'utf8').catch(() => '');
    return log === '' ? 'It printed nothing.' : `It printed:\n${log.trimEnd().split('\n').slice(-8).join('\n')}`;
  }

  get #logPath(): string {
    return join(this.folder, 'redis.log');
  }
}
