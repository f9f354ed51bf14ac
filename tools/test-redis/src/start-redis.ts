import { LocalServer } from './local-server.js';
import type { RedisConfig } from './redis-config.js';
import type { RedisServer } from './redis-server.js';
import type { TlsServerKind } from './tls-fixtures.js';

/** What `startRedis` can be told. */
export interface StartRedisOptions {
  /** Added to a configuration that binds loopback and saves nothing. `requirepass` gets into the `url`. */
  readonly config?: RedisConfig;
  /** Default: one that is free. */
  readonly port?: number;
  /**
   * Speaks TLS only, at `rediss://localhost:<port>`, with a certificate for `localhost` or for another host; both are of the
   * CA `tlsFixtures.ca`. Clients need no certificate.
   */
  readonly tls?: TlsServerKind;
}

/**
 * Starts a real Redis on a loopback port. It ends with this process at the latest, whatever ends this process.
 *
 * @throws if no server program is found, or it can't do TLS, or does not stay up; then the error has the end of its log
 * @example
 * ```ts
 * await using redis = await startRedis({ config: { appendonly: 'yes' } });
 * await redis.client().set('key', 'kept');
 * await redis.kill();
 * await redis.restart();
 * ```
 */
export function startRedis(options: StartRedisOptions = {}): Promise<RedisServer> {
  return LocalServer.start({ config: options.config ?? {}, port: options.port, tls: options.tls });
}
