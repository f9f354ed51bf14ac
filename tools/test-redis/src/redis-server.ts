import type { Redis } from 'ioredis';
import type { ClientOptions } from './own-clients.js';

/** A real Redis server that tests may fill, stop and break. */
export interface RedisServer extends AsyncDisposable {
  /** What clients connect to: `redis://127.0.0.1:<port>`, with the password if there is one. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** Undefined while it is killed, and if the server was given by `REDIS_URL`. It changes with each `restart()`. */
  readonly pid: number | undefined;
  /** Between `freeze()` and `thaw()`. */
  readonly frozen: boolean;
  /** Such as `7.0.15`; undefined if it is not known. */
  readonly version: string | undefined;
  /** A connection for the test's own commands, which `stop()` closes. After a restart it is back within some 20 ms. */
  client(options?: ClientOptions): Redis;
  /** SIGKILL. Resolves when it is dead. The port and the data are kept for `restart()`. */
  kill(): Promise<void>;
  /** Starts it again on the same port, in the same folder; one that runs is killed first. Resolves when it has loaded its data. */
  restart(): Promise<void>;
  /** SIGSTOP: connections stay open, and nothing answers. */
  freeze(): void;
  /** SIGCONT: it goes on with all that has arrived meanwhile. */
  thaw(): void;
  /** Closes the clients, kills the server and removes its data. Nothing happens at a second call. */
  stop(): Promise<void>;
}
