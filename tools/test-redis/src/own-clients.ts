import { Redis, type RedisOptions } from 'ioredis';

/** ioredis's options, without the one that changes the types of its replies. */
export type ClientOptions = Omit<RedisOptions, 'replyMapping'>;

/** The connections that a server has handed out and closes with itself. */
export class OwnClients {
  readonly #open = new Set<Redis>();

  open(url: string, options: ClientOptions): Redis {
    const target = new URL(url);
    // ioredis prefers what the url says.
    if (options.password !== undefined) {
      target.username = '';
      target.password = '';
    }
    // Back soon after a restart; without one, commands are rejected after twenty tries.
    const client = new Redis(target.href, { retryStrategy: () => 20, ...options });
    // Without a listener, ioredis prints each failed try; commands fail with the reason anyway.
    client.on('error', () => {});
    client.once('end', () => this.#open.delete(client));
    this.#open.add(client);
    return client;
  }

  closeAll(): void {
    for (const client of this.#open) client.disconnect();
    this.#open.clear();
  }
}
