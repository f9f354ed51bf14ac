import { ClusterScene } from '../../stage/cluster-scene.js';
import { durableRow } from '../../stage/durable-row.js';
import type { Row } from '../row.js';
import { shards } from '../slot-move.js';
import { lostOrTwice } from './harmed.js';

/** Each master of a Cluster hands over to its replica. */
export const clusterFailover: Row = durableRow({
  name: 'cluster-failover',
  title: 'failover (Cluster)',
  inject: 'CLUSTER FAILOVER of each shard in turn',
  promise: 'followed, 0 lost',
  open: (secrets) => ClusterScene.open(secrets, { durable: {}, replicas: 1 }),
  async strike(stage) {
    const { cluster } = stage.scene;
    for (let shard = 0; shard < stage.pick(1, shards); shard += 1) {
      await stage.fault(async () => {
        const [replica] = await cluster.replicas(shard);
        if (replica === undefined) throw new Error(`shard ${shard} has no replica`);
        await cluster.failover(replica);
      });
    }
  },
});

/** A master of a Cluster dies, and is back with its append-only file before anybody has taken its place. */
export const clusterKill: Row = durableRow({
  name: 'cluster-kill',
  title: 'master kill -9 (Cluster)',
  inject: 'SIGKILL of each master in turn, started again after 0.3 s; appendonly yes, appendfsync always',
  promise: '0 acknowledged lost',
  open: (secrets) => ClusterScene.open(secrets, { durable: {}, config: { appendonly: 'yes', appendfsync: 'always' } }),
  async strike(stage) {
    const { cluster } = stage.scene;
    for (let shard = 0; shard < stage.pick(1, shards); shard += 1) {
      const master = await cluster.master(shard);
      await stage.fault(async () => {
        await master.kill();
        await stage.lasts(300);
        await master.restart();
      });
    }
  },
  harm: lostOrTwice,
});
