import type { Redis } from 'ioredis';

/** Kills the connections of the buses of a name. */
export async function cutConnections(raw: Redis, name: string): Promise<void> {
  const clients = String(await raw.call('CLIENT', 'LIST')).split('\n');
  const ids = clients
    .filter((line) => line.includes(` name=${name}:`))
    .map((line) => /^id=(\d+)/.exec(line)?.[1] ?? '');
  await Promise.all(ids.map((id) => raw.call('CLIENT', 'KILL', 'ID', id)));
}
