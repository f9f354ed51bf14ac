import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { signalTree } from './process-tree.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {NodeJS.Signals | undefined} */
let stoppedBy;

/** Thrown by `run` when the person stopped us: there is nothing to explain. */
export class Stopped extends Error {}

/**
 * Runs `main` so that Ctrl-C ends the children first, and sets the exit code.
 * @param {() => Promise<number>} main
 * @param {(thrown: unknown) => void} onError
 */
export async function runToExit(main, onError) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
  try {
    process.exitCode = await main();
  } catch (thrown) {
    process.exitCode = 1;
    if (!(thrown instanceof Stopped)) onError(thrown);
  }
  if (stoppedBy) process.exitCode = 128 + constants.signals[stoppedBy];
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  const again = stoppedBy !== undefined;
  stoppedBy = signal;
  if (running.size === 0) process.exit(128 + constants.signals[signal]);
  if (again) return signalAll('SIGKILL');
  // Ctrl-C reaches the children too, and a second one would tell them to drop what they are closing.
  if (signal !== 'SIGINT' || !process.stdin.isTTY) signalAll(signal);
  setTimeout(() => signalAll('SIGTERM'), 3000).unref();
  setTimeout(() => signalAll('SIGKILL'), 8000).unref();
}

/** @param {NodeJS.Signals} signal */
function signalAll(signal) {
  for (const { pid } of running) if (pid !== undefined) signalTree(pid, signal);
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [show] lets the program use this terminal; without it its output is collected
 * @property {boolean} [shell]
 * @property {(line: string) => void} [onLine] sees collected output while it comes
 */

/**
 * Runs a program to its end. Never throws for its exit code; a program that can't be started has code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function run(command, args, options = {}) {
  if (stoppedBy) throw new Stopped();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    shell: options.shell ?? false,
    stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output = (output + text).slice(-200_000);
      for (const line of text.split('\n')) if (line.trim() !== '') options.onLine?.(line);
    });
  }
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      output += error.message;
      resolve(127);
    });
    child.on('close', (exitCode, signal) => resolve(exitCode ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
  running.delete(child);
  if (stoppedBy) throw new Stopped();
  return { code, output };
}
