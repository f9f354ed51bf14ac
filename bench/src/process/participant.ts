import { fork } from 'node:child_process';
import type { Word } from './talk.js';

/** A process that takes part in a measurement. */
export interface Participant<W extends Word> extends Disposable {
  /** Says something to it. */
  tell(word: string): void;
  /** Calls for everything that it says by that name. */
  hear<S extends W['say']>(word: S, listener: (said: Extract<W, { readonly say: S }>) => void): void;
  /** Resolves with what it says first by that name; rejects if it ends before. */
  said<S extends W['say']>(word: S): Promise<Extract<W, { readonly say: S }>>;
}

/**
 * Starts a program of the bench in a process of its own, which is killed when it is disposed of.
 *
 * @param script Its compiled file.
 */
export function startParticipant<W extends Word>(
  script: URL,
  args: readonly string[],
  execArgv: readonly string[] = [],
): Participant<W> {
  const child = fork(script, args, { execArgv: [...execArgv], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = (): Error =>
    new Error(`${[script.pathname, ...args].join(' ')} ended with ${child.exitCode ?? child.signalCode}`);
  const heard = new Map<string, W>();
  const waiting = new Map<string, (said: W) => void>();
  child.on('message', (message) => {
    const said = message as W;
    heard.set(said.say, said);
    waiting.get(said.say)?.(said);
  });
  return {
    tell: (word) => {
      child.send(word);
    },
    hear: (word, listener) => {
      child.on('message', (message) => {
        const said = message as W;
        if (said.say === word) listener(said as Parameters<typeof listener>[0]);
      });
    },
    said: <S extends W['say']>(word: S) =>
      new Promise<Extract<W, { readonly say: S }>>((resolve, reject) => {
        const take = (said: W): void => resolve(said as Extract<W, { readonly say: S }>);
        const known = heard.get(word);
        if (known !== undefined) return take(known);
        if (child.exitCode !== null || child.signalCode !== null) return reject(ended());
        waiting.set(word, take);
        child.once('exit', () => reject(ended()));
      }),
    [Symbol.dispose]: () => {
      child.kill('SIGKILL');
    },
  };
}
