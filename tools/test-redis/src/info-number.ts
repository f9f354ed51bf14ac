import type { RedisServer } from './redis-server.js';

/**
 * A number that a server tells of itself by `INFO`, such as `used_memory` of `memory`.
 *
 * @throws Error if it does not tell it.
 */
export async function infoNumber(server: RedisServer, section: string, name: string): Promise<number> {
  const line = new RegExp(`^${name}:([\\d.]+)`, 'm').exec(await server.client().info(section));
  if (line === null) throw new Error(`Redis does not tell its ${name} (INFO ${section})`);
  return Number(line[1]);
}
