import { isTidingsError, TidingsError } from '@tidings/core';
import type { Redis, RedisOptions } from 'ioredis';
import { type ConnectionSource, nameOf, ownSettings, settingsFor, silentFor } from './connection-source.js';

/** A source of clients that the user makes from the settings that the bus asks for. */
export function sourceFromFactory(
  make: (settings: RedisOptions) => Redis,
  naming: { readonly name: string; readonly connectTimeoutMs: number },
): ConnectionSource {
  let server = 'the address that the client function chose';
  let secure = false;
  return {
    get server() {
      return server;
    },
    get secure() {
      return secure;
    },
    // What it takes, such as a password, may be another by then.
    reusable: false,
    open(role) {
      const client = made(make, settingsFor(role, naming));
      secure = Boolean(client.options.tls);
      server = nameOf(client.options);
      return client;
    },
    silent: (ms) => silentFor(server, ms),
  };
}

function made(make: (settings: RedisOptions) => Redis, settings: RedisOptions): Redis {
  try {
    const client = make(settings);
    if (typeof client?.options !== 'object' || typeof client.disconnect !== 'function') {
      const message = 'the client function must return a Redis of ioredis, at once: not a promise, nor anything else';
      throw new TidingsError('invalid_option', message);
    }
    const ignored = Object.entries(ownSettings).filter(
      ([key, value]) => client.options[key as keyof RedisOptions] !== value,
    );
    if (ignored.length === 0 && client.status === 'wait') return client;
    client.disconnect();
    const names = ignored.map(([key]) => key).join(', ') || 'lazyConnect';
    const message = `the client function must make its client with the settings that it is given, as in (settings) => new Redis({ ...mine, ...settings }); it has others: ${names}`;
    throw new TidingsError('invalid_option', message);
  } catch (cause) {
    if (isTidingsError(cause)) throw cause;
    throw new TidingsError('connection_failed', 'the client function threw, so there is no connection to Redis', {
      cause,
    });
  }
}
