import { TidingsError } from '@tidings/core';
import type { Redis, RedisOptions } from 'ioredis';

/** Where connections to one server come from. */
export interface ConnectionSource {
  /** The server, for messages: a host and port, a socket, the name of a Sentinel's master. Never a credential. */
  readonly server: string;
  /** Whether it is reached by TLS. */
  readonly secure: boolean;
  /** Whether a client that lost its server may connect again; otherwise one is made for each attempt. */
  readonly reusable: boolean;
  /** Makes a client that is not connected yet, for a role such as `publisher`. */
  open(role: string): Redis;
  /** What to say when it has gone silent. */
  silent(ms: number): TidingsError;
}

/** The settings of ioredis that the bus's promises rest on, whatever a given client has. */
export const ownSettings: Readonly<RedisOptions> = {
  lazyConnect: true,
  // Connections are made again by us, and nothing is ever sent twice.
  retryStrategy: null,
  sentinelRetryStrategy: () => null,
  reconnectOnError: null,
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  autoResubscribe: false,
  // Asks INFO, which needs a right; Pub/Sub works while a server is loading.
  enableReadyCheck: false,
  enableAutoPipelining: false,
  // CLIENT SETINFO needs a right, and tells nothing that the connection's name does not.
  disableClientInfo: true,
  protocol: 3,
  replyMapping: 'legacy',
  // The bus has a prefix of its own.
  keyPrefix: '',
  // Watching over its connections, and over what they owe, is the bus's business.
  commandTimeout: undefined,
  socketTimeout: undefined,
  blockingTimeout: undefined,
  monitor: false,
  readOnly: false,
  disconnectTimeout: 100,
};

/** What the bus asks of a client for a role. */
export function settingsFor(
  role: string,
  { name, connectTimeoutMs }: { readonly name: string; readonly connectTimeoutMs: number },
): RedisOptions {
  return {
    ...ownSettings,
    connectTimeout: connectTimeoutMs,
    sentinelCommandTimeout: connectTimeoutMs,
    connectionName: `${name}:${role}`,
  };
}

/** A source that copies a template, which is never connected itself. */
export function sourceFromTemplate(
  template: Pick<Redis, 'duplicate' | 'options'>,
  settings: { readonly name: string; readonly connectTimeoutMs: number; readonly at?: RedisOptions },
): ConnectionSource {
  const server = nameOf({ ...template.options, ...settings.at });
  return {
    server,
    secure: Boolean(template.options.tls),
    reusable: true,
    open: (role) => template.duplicate({ ...settings.at, ...settingsFor(role, settings) }),
    silent: (ms) => silentFor(server, ms),
  };
}

/** What to say of a server that has gone silent. */
export function silentFor(server: string, ms: number): TidingsError {
  const message = `Redis at ${server} was silent for ${ms} ms, so the connection was given up: it is stopped, stuck, or cut off`;
  return new TidingsError('connection_failed', message);
}

/** A server, for messages: never a credential. */
export function nameOf({ sentinels, name, path, host, port }: RedisOptions): string {
  if (sentinels) return `the master '${name}'`;
  if (path) return path;
  return `${host ?? 'localhost'}:${port ?? 6379}`;
}
