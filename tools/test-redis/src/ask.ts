import type { RedisServer } from './redis-server.js';

/** Whether a server can be asked at all. */
export function isUp(server: RedisServer): boolean {
  return server.pid !== undefined && !server.frozen;
}

/** A command by a connection of its own, so that no earlier fault is in its way. Gives up after twenty seconds. */
export function ask(server: RedisServer, command: string, ...args: readonly string[]): Promise<unknown> {
  return send(server, 20_000, command, args);
}

/** The same for a server that may be frozen: gives up at once if it is, else after two seconds. */
export function askBriefly(server: RedisServer, command: string, ...args: readonly string[]): Promise<unknown> {
  if (!isUp(server)) return Promise.reject(new Error('the server is dead or frozen'));
  return send(server, 2_000, command, args);
}

async function send(
  server: RedisServer,
  timeoutMs: number,
  command: string,
  args: readonly string[],
): Promise<unknown> {
  const client = server.client({ retryStrategy: () => null, connectTimeout: timeoutMs, commandTimeout: timeoutMs });
  try {
    return await client.call(command, ...args);
  } finally {
    client.disconnect();
  }
}
