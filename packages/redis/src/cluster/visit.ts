import { isTidingsError } from '@tidings/core';
import type { Redis } from 'ioredis';
import type { ConnectionSource } from '../connection/connection-source.js';
import { redisFailure } from '../errors/redis-failure.js';

/**
 * Connects to a server for one question.
 *
 * @param limitMs How long all of it may take.
 * @param dropped Ends it.
 * @throws TidingsError
 */
export async function visit<T>(
  source: ConnectionSource,
  { limitMs, dropped }: { readonly limitMs: number; readonly dropped: AbortSignal },
  ask: (client: Redis) => Promise<T>,
): Promise<T> {
  const client = source.open('scout');
  let problem: unknown;
  const end = (): void => {
    client.disconnect();
    client.stream?.destroy();
  };
  client.on('error', (error: unknown) => {
    // What connect() rejects with says less.
    problem ??= error;
    end();
  });
  const timer = setTimeout(() => {
    problem ??= source.silent(limitMs);
    end();
  }, limitMs);
  dropped.addEventListener('abort', end, { once: true });
  try {
    if (dropped.aborted) throw new Error('dropped');
    await client.connect();
    return await ask(client);
  } catch (error) {
    const cause = problem ?? error;
    throw isTidingsError(cause)
      ? cause
      : redisFailure(cause, { server: source.server, secure: source.secure, connecting: true });
  } finally {
    clearTimeout(timer);
    dropped.removeEventListener('abort', end);
    end();
  }
}
