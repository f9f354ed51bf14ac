import { ask, askBriefly } from './ask.js';
import { type ClusterNode, clusterView, type NodeView } from './cluster-view.js';
import { replicationSays } from './replication-says.js';
import { until } from './until.js';

const slotCount = 16_384;

/** A master and the nodes that are its replicas at first. */
export type Shard = readonly [master: ClusterNode, ...replicas: ClusterNode[]];

/** Makes a cluster of fresh nodes. Resolves when all of them call it well, and agree on who has what. */
export async function formCluster(shards: readonly Shard[]): Promise<void> {
  const nodes = shards.flat();
  await Promise.all(
    shards.map(async ([master], index) => {
      await ask(master, 'CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1));
      await ask(master, 'CLUSTER', 'ADDSLOTS', ...slotsOf(index, shards.length));
    }),
  );
  // Each with each: hearing of each other by gossip would take seconds.
  for (const [index, node] of nodes.entries()) {
    for (const other of nodes.slice(index + 1)) await ask(node, 'CLUSTER', 'MEET', other.host, String(other.port));
  }
  const replicas = shards.flatMap(([master, ...others]) => others.map((replica) => ({ replica, master })));
  await Promise.all(
    replicas.map(({ replica, master }) =>
      until('a replica knows its master', () => askBriefly(replica, 'CLUSTER', 'REPLICATE', master.id)),
    ),
  );
  await Promise.all(
    replicas.map(({ replica }) =>
      until('a replica is in sync', () => replicationSays(replica, 'master_link_status:up')),
    ),
  );
  await until('the cluster is formed', async () => ((await isFormed(nodes, replicas.length)) ? true : undefined));
}

async function isFormed(nodes: readonly ClusterNode[], replicas: number): Promise<boolean> {
  const infos = await Promise.all(nodes.map((node) => askBriefly(node, 'CLUSTER', 'INFO')));
  const views = await Promise.all(nodes.map(clusterView));
  return (
    infos.every((info) => String(info).includes('cluster_state:ok')) &&
    views.every((view) => view.length === nodes.length && view.filter(isReplica).length === replicas) &&
    new Set(views.map(rolesAndSlots)).size === 1
  );
}

function isReplica({ flags }: NodeView): boolean {
  return flags.includes('slave');
}

function rolesAndSlots(view: readonly NodeView[]): string {
  return view
    .map((node) => `${node.id} ${isReplica(node)} ${node.slots.join(',')}`)
    .sort()
    .join('\n');
}

function slotsOf(index: number, masters: number): readonly string[] {
  const from = Math.floor((index * slotCount) / masters);
  const to = Math.floor(((index + 1) * slotCount) / masters);
  return Array.from({ length: to - from }, (_, offset) => String(from + offset));
}
