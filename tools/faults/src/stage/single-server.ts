import type { RedisBusSettings } from '@tidings/redis';
import { type FaultProxy, type RedisServer, type StartRedisOptions, startProxy, startRedis } from '@tidings/test-redis';
import type { MediumSpec } from '../media/medium-spec.js';
import type { Who } from './cast.js';
import { type DurableSetting, durableMedium } from './durable-medium.js';
import type { Scene } from './scene.js';
import type { Secrets } from './secrets.js';

/** How a single server is set up. */
export interface SingleServerOptions {
  readonly config?: StartRedisOptions['config'];
  /** What buses are told besides. */
  readonly bus?: RedisBusSettings;
  /** Who logs in, if there is a user of that name with the round's password. Default: the default user. */
  readonly user?: string;
  readonly channels?: number;
  /** For rows of durable channels. */
  readonly durable?: DurableSetting;
  /** Whose connections go through the proxy. Default: nobody's. */
  readonly proxied?: (who: Who) => boolean;
}

/** One server, and a proxy that connections may go through. */
export class SingleServer implements Scene {
  readonly server: RedisServer;
  readonly proxy: FaultProxy;
  readonly #secrets: Secrets;
  readonly #options: SingleServerOptions;

  private constructor(server: RedisServer, proxy: FaultProxy, secrets: Secrets, options: SingleServerOptions) {
    this.server = server;
    this.proxy = proxy;
    this.#secrets = secrets;
    this.#options = options;
  }

  static async open(secrets: Secrets, options: SingleServerOptions = {}): Promise<SingleServer> {
    const server = await startRedis({ config: { requirepass: secrets.password, ...options.config } });
    return new SingleServer(server, await startProxy({ to: server }), secrets, options);
  }

  medium(who: Who): MediumSpec {
    const login = `${this.#options.user ?? ''}:${encodeURIComponent(this.#secrets.password)}`;
    const { host, port } = this.#options.proxied?.(who) ? this.proxy : this.server;
    return mediumAt(`redis://${login}@${host}:${port}`, who, this.#options);
  }

  /** A command by a connection of the runner's own. */
  call(command: string, ...args: readonly string[]): Promise<unknown> {
    return this.server.client().call(command, ...args);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.proxy.stop();
    await this.server.stop();
  }
}

/** A bus for our side, and for the control what ioredis does by default. */
export function mediumAt(
  url: string,
  who: Who,
  { bus = {}, channels = 12, durable }: Pick<SingleServerOptions, 'bus' | 'channels' | 'durable'>,
): MediumSpec {
  const { side, role, index, name } = who;
  if (durable !== undefined) return durableMedium(who, { bus: { url }, control: { url } }, durable);
  if (side === 'control') return { kind: 'plain', channels, url, options: { connectionName: name } };
  return { kind: 'bus', channels, options: { source: `/${role}/${index}`, ...bus, url, name } };
}
