import { Redis } from 'ioredis';
import type { MeetingPlace } from './processes/messages.js';
import { RunFailure } from './run-failure.js';

/** Cuts connections of the run by their name, as an operator could. */
export class ConnectionCutter implements Disposable {
  readonly #redis: Redis;

  constructor({ address, name }: MeetingPlace) {
    const once = { lazyConnect: true, retryStrategy: null, maxRetriesPerRequest: 0, enableReadyCheck: false };
    this.#redis = new Redis(address, { ...once, connectionName: `${name}:cutter`, disableClientInfo: true });
    // Commands fail with the reason anyway.
    this.#redis.on('error', () => {});
  }

  /**
   * Cuts what is called like this. Returns false if nothing is.
   *
   * @throws RunFailure if Redis does not let us, or is gone
   */
  async cut(name: string): Promise<boolean> {
    const list = String(await this.#client('LIST', 'TYPE', 'pubsub'));
    const line = list.split('\n').find((client) => client.includes(` name=${name} `));
    const id = line === undefined ? undefined : /\bid=(\d+)/.exec(line)?.[1];
    return id !== undefined && (await this.#client('KILL', 'ID', id)) === 1;
  }

  [Symbol.dispose](): void {
    this.#redis.disconnect();
  }

  async #client(...args: readonly string[]): Promise<unknown> {
    try {
      return await this.#redis.call('CLIENT', ...args);
    } catch (error) {
      const refused = error instanceof Error && error.name === 'ReplyError' ? /^[A-Z]+/.exec(error.message) : null;
      throw new RunFailure(refused === null ? 'Redis is gone' : `Redis refuses CLIENT ${args[0]} (${refused[0]})`);
    }
  }
}
