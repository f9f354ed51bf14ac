import { askBriefly } from './ask.js';
import type { RedisServer } from './redis-server.js';

/** Whether `INFO replication` of a server has a line, such as `role:master`; undefined if not, so that `until` goes on. */
export async function replicationSays(server: RedisServer, line: string): Promise<true | undefined> {
  const lines = String(await askBriefly(server, 'INFO', 'replication')).split('\r\n');
  return lines.includes(line) ? true : undefined;
}
