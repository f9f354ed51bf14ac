import { askBriefly, isUp } from './ask.js';
import { type ClusterNode, clusterViews, hasSlot, latestMaster, type NodeView } from './cluster-view.js';
import type { Shard } from './form-cluster.js';
import { moveSlot } from './move-slot.js';
import type { RedisServer } from './redis-server.js';
import { replicationSays } from './replication-says.js';
import type { ServerGroup } from './server-group.js';
import { until } from './until.js';

/** What a `RedisCluster` is made of. */
export interface ClusterParts {
  readonly group: ServerGroup;
  readonly nodes: readonly ClusterNode[];
  readonly shards: readonly Shard[];
  readonly password: string | undefined;
}

/** A real Redis Cluster. A shard is a master with its replicas; shards are counted from 0, each with a range of slots at first. */
export class RedisCluster implements AsyncDisposable {
  /** First the masters of the beginning, by shard; then the replicas, one of each shard in turn. */
  readonly nodes: readonly ClusterNode[];
  readonly #parts: ClusterParts;

  /** Takes what `startCluster` has started. */
  constructor(parts: ClusterParts) {
    this.nodes = parts.nodes;
    this.#parts = parts;
  }

  /** The present master of a shard. While no replica has taken over from it, it may be dead. */
  async master(shard: number): Promise<ClusterNode> {
    const nodes = this.#shard(shard);
    const ids = nodes.map((node) => node.id);
    return this.#latest(`shard ${shard} has a master`, ({ id }) => ids.includes(id));
  }

  /** The present replicas of a shard, dead ones too. */
  async replicas(shard: number): Promise<readonly ClusterNode[]> {
    const master = await this.master(shard);
    return this.#shard(shard).filter((node) => node !== master);
  }

  /** The slot of a key, 0 to 16,383. */
  async slotOf(key: string): Promise<number> {
    return Number(await Promise.any(this.nodes.map((node) => askBriefly(node, 'CLUSTER', 'KEYSLOT', key))));
  }

  /** The master that has a slot now. */
  ownerOf(slot: number): Promise<ClusterNode> {
    return this.#latest(`slot ${slot} has an owner`, (view) => hasSlot(view, slot));
  }

  /** Moves a slot with its keys to another shard. Resolves when all nodes that answer know it. */
  async moveSlot(slot: number, toShard: number): Promise<void> {
    const [from, to] = await Promise.all([this.ownerOf(slot), this.master(toShard)]);
    if (from === to) return;
    const masters = await Promise.all(this.#parts.shards.map((_, shard) => this.master(shard)));
    await moveSlot({ slot, from, to, masters: masters.filter(isUp), password: this.#parts.password });
    await this.#known(to, (view) => hasSlot(view, slot));
  }

  /** Makes a replica the master of its shard, also if that is dead. Resolves when all nodes that answer know it. */
  async failover(replica: RedisServer): Promise<void> {
    const shard = this.#parts.shards.findIndex((nodes) => nodes.some((each) => each === replica));
    const node = this.nodes.find((each) => each === replica);
    if (node === undefined) throw new Error('failover() needs a node of this cluster');
    let triedAt = Number.NEGATIVE_INFINITY;
    await until('the replica is a master', async () => {
      if (await replicationSays(node, 'role:master')) return true;
      // Masters may refuse their votes, and a try ends after five seconds.
      if (performance.now() - triedAt > 6_000) {
        triedAt = performance.now();
        const force = isUp(await this.master(shard)) ? [] : ['FORCE'];
        await askBriefly(node, 'CLUSTER', 'FAILOVER', ...force);
      }
      return undefined;
    });
    await this.#known(node, (view) => view.flags.includes('master') && view.slots.length > 0);
  }

  /** Stops all nodes. */
  stop(): Promise<void> {
    return this.#parts.group.stop();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  #shard(index: number): Shard {
    const shard = this.#parts.shards[index];
    if (shard === undefined) throw new Error(`there is no shard ${index}: there are ${this.#parts.shards.length}`);
    return shard;
  }

  #latest(what: string, about: (view: NodeView) => boolean): Promise<ClusterNode> {
    return until(what, async () => {
      const id = latestMaster(await clusterViews(this.nodes), about);
      return this.nodes.find((node) => node.id === id);
    });
  }

  async #known(node: ClusterNode, is: (view: NodeView) => boolean): Promise<void> {
    await until('all nodes agree', async () => {
      const views = await clusterViews(this.nodes);
      const agree = views.every((view) => view.some((each) => each.id === node.id && is(each)));
      return agree && views.length > 0 ? true : undefined;
    });
  }
}
