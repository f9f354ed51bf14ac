import type { Redis } from 'ioredis';
import { type ClientOptions, OwnClients } from './own-clients.js';
import type { RedisServer } from './redis-server.js';
import { startRedis } from './start-redis.js';

/**
 * The Redis at `REDIS_URL`, or else one that is started. A given server stays as it is: `stop()` closes the clients only,
 * and `kill()`, `restart()`, `freeze()` and `thaw()` throw; tests that need them call `startRedis`.
 */
export async function useRedis(): Promise<RedisServer> {
  const url = process.env.REDIS_URL;
  if (url === undefined || url === '') return startRedis();
  const clients = new OwnClients();
  const info = await clients.open(url, {}).info('server');
  return new GivenServer(url, clients, /^redis_version:(\S+)/m.exec(info)?.[1]);
}

class GivenServer implements RedisServer {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly pid: undefined;
  readonly frozen: boolean = false;
  readonly version: string | undefined;
  readonly #clients: OwnClients;

  constructor(url: string, clients: OwnClients, version: string | undefined) {
    const { hostname, port } = new URL(url);
    this.url = url;
    this.host = hostname;
    this.port = Number(port || 6379);
    this.version = version;
    this.#clients = clients;
  }

  client(options: ClientOptions = {}): Redis {
    return this.#clients.open(this.url, options);
  }

  kill(): Promise<void> {
    return Promise.reject(notOurs('kill'));
  }

  restart(): Promise<void> {
    return Promise.reject(notOurs('restart'));
  }

  freeze(): void {
    throw notOurs('freeze');
  }

  thaw(): void {
    throw notOurs('thaw');
  }

  stop(): Promise<void> {
    this.#clients.closeAll();
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

function notOurs(verb: string): Error {
  return new Error(`${verb}() is not for the Redis at REDIS_URL, which others may use: start one with startRedis()`);
}
