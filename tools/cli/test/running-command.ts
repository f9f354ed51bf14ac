import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

/** A command that runs until it is told to stop, and what it has said so far. */
export class RunningCommand implements AsyncDisposable {
  readonly #child: ChildProcessWithoutNullStreams;
  stdout = '';
  stderr = '';

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    child.stdout.on('data', (chunk) => {
      this.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      this.stderr += chunk;
    });
  }

  /** Polls until something holds, and says what was printed if it never does. */
  async until(holds: () => boolean, deadlineMs = 20_000): Promise<void> {
    const end = Date.now() + deadlineMs;
    while (!holds()) {
      if (Date.now() > end || this.#child.exitCode !== null) {
        throw new Error(`it did not come to ${holds}.\nstdout:\n${this.stdout}\nstderr:\n${this.stderr}`);
      }
      await setTimeout(20);
    }
  }

  /** Sends a signal, and waits for the end. Gives the exit code; null if the signal ended it. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const exit = once(this.#child, 'exit');
      this.#child.kill(signal);
      await exit;
    }
    return this.#child.exitCode;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end('SIGKILL');
  }
}
