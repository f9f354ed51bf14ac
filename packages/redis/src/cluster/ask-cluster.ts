import { TidingsError } from '@tidings/core';
import type { NatMap, Redis } from 'ioredis';
import { isReplyError, redisFailure } from '../errors/redis-failure.js';
import type { HostAndPort } from '../options/redis-bus-options.js';
import { nodeKey, readSlotMap, type SlotMap } from './slot-map.js';

/** Asks a node who has which slot. @throws TidingsError */
export async function askSlots(client: Redis, asked: HostAndPort, natMap: NatMap | undefined): Promise<SlotMap> {
  const server = nodeKey(asked);
  let reply: unknown;
  try {
    reply = await client.cluster('SLOTS');
  } catch (error) {
    if (isReplyError(error) && /cluster support disabled/i.test(error.message)) {
      throw new TidingsError('connection_failed', `Redis at ${server} is no Cluster: give it as 'url'`);
    }
    throw redisFailure(error, { server, command: 'CLUSTER SLOTS' });
  }
  const map = readSlotMap(reply, asked, natMap);
  if (map.masters.length > 0) return map;
  throw new TidingsError(
    'connection_failed',
    `Redis at ${server} knows of no node that has slots: it is in no Cluster yet, or no longer`,
  );
}

/** Asks a node whether it has sharded Pub/Sub, which came with Redis 7. */
export async function askSharded(client: Redis): Promise<boolean> {
  try {
    const reply: unknown = await client.command('INFO', 'spublish', 'ssubscribe');
    return !Array.isArray(reply) || reply.every((command) => command !== null);
  } catch (error) {
    // Who may not ask finds out by using it.
    if (isReplyError(error)) return true;
    throw error;
  }
}
