import { askBriefly } from './ask.js';
import type { RedisConfig } from './redis-config.js';
import { masterName, RedisSentinel } from './redis-sentinel.js';
import type { RedisServer } from './redis-server.js';
import { replicationSays } from './replication-says.js';
import { ServerGroup } from './server-group.js';
import { until } from './until.js';

/** What `startSentinel` can be told. */
export interface StartSentinelOptions {
  /** Default 1. */
  readonly replicas?: number;
  /** Default 3. */
  readonly sentinels?: number;
  /** How many sentinels must miss the master before it counts as down. Default 2. */
  readonly quorum?: number;
  /** After how many milliseconds without an answer a sentinel misses a server. Default 1,000. */
  readonly downAfterMs?: number;
  /** Added to that of the master and the replicas, not of the sentinels. */
  readonly config?: RedisConfig;
}

/**
 * Starts a real master with replicas, and real sentinels that watch it. Resolves when the replicas are in sync and all
 * sentinels know all. It ends with this process at the latest.
 */
export async function startSentinel(options: StartSentinelOptions = {}): Promise<RedisSentinel> {
  const { replicas = 1, sentinels = 3, quorum = 2, downAfterMs = 1_000 } = options;
  const password = typeof options.config?.requirepass === 'string' ? options.config.requirepass : undefined;
  // After a failover the master is a replica too, and needs the password for it.
  const config = { ...(password !== undefined && { masterauth: password }), ...options.config };
  const group = new ServerGroup();
  try {
    const [master] = await group.start([{ config }]);
    if (master === undefined) throw new Error('no master was started');
    const replicaConfig = { ...config, replicaof: `${master.host} ${master.port}` };
    const others = await group.start(Array.from({ length: replicas }, () => ({ config: replicaConfig })));
    // Before there are sentinels: they look for new replicas every ten seconds only.
    await Promise.all(
      others.map((replica) => until('a replica is in sync', () => replicationSays(replica, 'master_link_status:up'))),
    );
    const sentinel = [
      `monitor ${masterName} ${master.host} ${master.port} ${quorum}`,
      `down-after-milliseconds ${masterName} ${downAfterMs}`,
      // How long one try to fail over may take; the default is three minutes.
      `failover-timeout ${masterName} 5000`,
      ...(password === undefined ? [] : [`auth-pass ${masterName} ${password}`]),
    ];
    const plan = { config: { sentinel }, args: ['--sentinel'] };
    const watchers = await group.start(Array.from({ length: sentinels }, () => plan));
    await Promise.all(watchers.map((each) => until('a sentinel knows all', () => knowsAll(each, replicas, sentinels))));
    return new RedisSentinel(group, [master, ...others], watchers);
  } catch (error) {
    await group.stop();
    throw error;
  }
}

async function knowsAll(sentinel: RedisServer, replicas: number, sentinels: number): Promise<true | undefined> {
  const seen = String(await askBriefly(sentinel, 'INFO', 'sentinel'));
  if (!seen.includes(`status=ok`) || !seen.includes(`slaves=${replicas},sentinels=${sentinels}`)) return undefined;
  const links = await askBriefly(sentinel, 'SENTINEL', 'REPLICAS', masterName);
  const up = Array.isArray(links) && links.every((link) => String(link).includes('master-link-status,ok'));
  return up ? true : undefined;
}
