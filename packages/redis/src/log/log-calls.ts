import type { TidingsError } from '@tidings/core';
import { longestBackoffMs } from '../connection/backoff.js';
import { redisFailure } from '../errors/redis-failure.js';
import type { Ending } from './ending.js';
import type { LogServer, LogServers } from './log-servers.js';
import type { Script, ScriptArgument } from './script.js';
import { setbackOf } from './setback.js';

/** A script to be carried out where a tag is. */
export interface LogCall {
  readonly script: Script;
  readonly tag: number;
  readonly keys: readonly string[];
  /** @param again Whether it was sent before and may have been carried out. Asked right before it is sent. */
  args(again: boolean): readonly ScriptArgument[];
  /** Nobody needs the answer any more once this is over. */
  readonly ending: Ending;
  /** What it is about, for messages. */
  readonly channel?: string | undefined;
}

/** What is known of a call that is tried several times. */
export class Trial {
  /** Whether it was sent and may have been carried out. */
  sent = false;
  /** How many setbacks it had, for the pace. */
  setbacks = 0;
}

/** What one attempt gave: an answer, or undefined after a setback. */
export type Attempt = { readonly answer: unknown } | undefined;

/** Nobody waits for a call any more. */
export class CallOver extends Error {
  override readonly name: string = 'CallOver';
  /** Whether it may have been carried out. */
  readonly sent: boolean;

  constructor(sent: boolean) {
    super('nobody waits for it any more');
    this.sent = sent;
  }
}

/** Carries out scripts over whatever happens to the connections: what has a setback is tried again, at a pace. */
export class LogCalls {
  readonly #servers: LogServers;
  readonly #waiting = new Set<() => void>();

  /** @param changed Told when a server that was away may be there. */
  constructor(servers: LogServers, changed: () => void) {
    this.#servers = servers;
    servers.onChange(() => {
      const waiting = [...this.#waiting];
      this.#waiting.clear();
      for (const go of waiting) go();
      changed();
    });
  }

  /** Tries until it is answered. @throws CallOver, or a TidingsError if the server refuses */
  async call(call: LogCall): Promise<unknown> {
    const trial = new Trial();
    for (;;) {
      const attempt = await this.attempt(call, trial);
      if (attempt !== undefined) return attempt.answer;
    }
  }

  /** Tries once, when the server is there. After a setback it takes a moment. @throws as `call` */
  async attempt(call: LogCall, trial: Trial): Promise<Attempt> {
    const { tag, ending, script } = call;
    const server = await this.#server(tag, ending, trial);
    if (server.unfit !== undefined) throw server.unfit;
    const sentBefore = trial.sent;
    try {
      const running = script.run(server.client, call.keys, call.args(sentBefore));
      trial.sent = true;
      return { answer: await unlessOver(running, ending) };
    } catch (error) {
      if (error instanceof CallOver) throw new CallOver(true);
      const setback = setbackOf(error);
      if (setback === undefined) throw failure(error, server, call);
      if (setback === 'moved') this.#servers.moved(tag);
      if (setback === 'replica') this.#servers.demoted(tag);
      trial.sent = sentBefore || setback === 'lost';
      await this.#pause(ending, trial);
      return undefined;
    }
  }

  /** The server of a tag, as soon as it is there. */
  async #server(tag: number, ending: Ending, trial: Trial): Promise<LogServer> {
    for (;;) {
      if (ending.over) throw new CallOver(trial.sent);
      const server = this.#servers.at(tag);
      if (server !== undefined) return server;
      await new Promise<void>((resolve) => {
        const go = (): void => {
          off();
          this.#waiting.delete(go);
          resolve();
        };
        this.#waiting.add(go);
        const off = ending.onEnd(() => go());
      });
    }
  }

  async #pause(ending: Ending, trial: Trial): Promise<void> {
    trial.setbacks += 1;
    const ceiling = Math.min(longestBackoffMs, 5 * 2 ** Math.min(10, trial.setbacks));
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, ceiling * (0.5 + Math.random() / 2));
      let off = (): void => {};
      function done(): void {
        clearTimeout(timer);
        off();
        resolve();
      }
      off = ending.onEnd(done);
    });
    if (ending.over) throw new CallOver(trial.sent);
  }
}

/** A promise, unless something ends before: then it rejects with CallOver. */
function unlessOver<T>(promise: Promise<T>, ending: Ending): Promise<T> {
  return new Promise((resolve, reject) => {
    let over = false;
    const off = ending.onEnd(() => {
      over = true;
      reject(new CallOver(false));
    });
    const settled = (): void => {
      if (!over) off();
    };
    promise.then(resolve, reject);
    promise.then(settled, settled);
  });
}

function failure(error: unknown, server: LogServer, { script, channel }: LogCall): TidingsError {
  return redisFailure(error, { server: server.name, command: script.command, ...(channel && { channel }) });
}
