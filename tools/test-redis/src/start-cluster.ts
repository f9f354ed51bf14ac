import { ask } from './ask.js';
import { formCluster, type Shard } from './form-cluster.js';
import { RedisCluster } from './redis-cluster.js';
import type { RedisConfig } from './redis-config.js';
import { ServerGroup } from './server-group.js';

/** What `startCluster` can be told. */
export interface StartClusterOptions {
  /** Default 3. */
  readonly masters?: number;
  /** How many for each master. Default 0. */
  readonly replicas?: number;
  /** After how many milliseconds without an answer a node is taken for dead. Default 2,000. */
  readonly nodeTimeoutMs?: number;
  /** Added to every node's. */
  readonly config?: RedisConfig;
}

/**
 * Starts a real Redis Cluster on loopback ports. Resolves when all nodes agree on who has what, after some two seconds. It ends
 * with this process at the latest.
 */
export async function startCluster(options: StartClusterOptions = {}): Promise<RedisCluster> {
  const { masters = 3, replicas = 0, nodeTimeoutMs = 2_000, config = {} } = options;
  const password = typeof config.requirepass === 'string' ? config.requirepass : undefined;
  const plan = {
    config: {
      'cluster-enabled': 'yes',
      'cluster-node-timeout': String(nodeTimeoutMs),
      // So that the address is known before the first other node tells it.
      'cluster-announce-ip': '127.0.0.1',
      // Replicas stay with their shard.
      'cluster-migration-barrier': '1000',
      ...(password !== undefined && { masterauth: password }),
      ...config,
    },
    bus: true,
  };
  const group = new ServerGroup();
  try {
    const servers = await group.start(Array.from({ length: masters * (1 + replicas) }, () => plan));
    const nodes = await Promise.all(
      servers.map(async (server) => Object.assign(server, { id: String(await ask(server, 'CLUSTER', 'MYID')) })),
    );
    const shards = nodes
      .slice(0, masters)
      .map((master, index): Shard => [master, ...nodes.slice(masters).filter((_, at) => at % masters === index)]);
    await formCluster(shards);
    return new RedisCluster({ group, nodes, shards, password });
  } catch (error) {
    await group.stop();
    throw error;
  }
}
