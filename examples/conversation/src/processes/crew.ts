import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { RunFailure } from '../run-failure.js';
import type { Order, Report } from './messages.js';

/** A process of the run. */
export interface Member {
  readonly pid: number;
  order(order: Order): void;
  /** SIGKILL. Resolves when it is dead, and all that it had said has been heard. */
  kill(): Promise<void>;
}

/** What a process is to be. */
export interface Part {
  /** For messages. */
  readonly name: string;
  readonly program: 'publisher-process' | 'worker-process';
  readonly argument: string;
  /** Called with all that it says. */
  heard(report: Report): void;
}

/** The processes of a run. None outlives this one, however it ends: those it can't kill end when its IPC does. */
export class Crew implements Disposable {
  readonly #running = new Set<ChildProcess>();
  readonly #crashed: (failure: RunFailure) => void;

  /** @param crashed Told when a process ends that has not been killed, unless with exit code 0. */
  constructor(crashed: (failure: RunFailure) => void) {
    this.#crashed = crashed;
    process.on('exit', this.#killAll);
  }

  start({ name, program, argument, heard }: Part): Member {
    const path = fileURLToPath(new URL(`./${program}.js`, import.meta.url));
    const child = fork(path, [argument], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.#running.add(child);
    let lastWords = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastWords = (lastWords + text).slice(-2_000);
    });
    child.on('message', (report) => heard(report as Report));
    child.on('error', ({ message }) => this.#crashed(new RunFailure(`The process of ${name}: ${message}`)));
    const gone = Promise.all([once(child, 'close'), once(child, 'disconnect')]).then(() => {
      if (!this.#running.delete(child) || child.exitCode === 0) return;
      const how = child.signalCode ?? `exit code ${child.exitCode}`;
      const what = `The process of ${name} (${child.pid}) ended unexpectedly: ${how}`;
      this.#crashed(new RunFailure(what, lastWords === '' ? [] : [lastWords.trimEnd()]));
    });
    gone.catch(() => {});
    return {
      pid: child.pid ?? 0,
      order: (order) => void child.send(order, () => {}),
      kill: () => {
        this.#running.delete(child);
        child.kill('SIGKILL');
        return gone;
      },
    };
  }

  /** Kills those that are still there. */
  [Symbol.dispose](): void {
    this.#killAll();
    process.off('exit', this.#killAll);
  }

  readonly #killAll = (): void => {
    for (const child of this.#running) child.kill('SIGKILL');
    this.#running.clear();
  };
}
