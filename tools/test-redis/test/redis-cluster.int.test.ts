import assert from 'node:assert/strict';
import { type RedisCluster, startCluster } from '@tidings/test-redis';
import { Cluster } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from './eventually.js';
import { describeWithProgram, withProgram } from './with-program.js';

describeWithProgram('a cluster of three masters, each with a replica and a password', () => {
  let cluster: RedisCluster;
  let client: Cluster;

  beforeAll(async () => {
    cluster = await startCluster({ replicas: 1, config: { requirepass: 'secret' } });
    const nodes = cluster.nodes.map(({ host, port }) => ({ host, port }));
    client = new Cluster(nodes, { redisOptions: { password: 'secret' }, clusterRetryStrategy: () => 20 });
    client.on('error', () => {});
  });
  afterAll(async () => {
    client.disconnect();
    await cluster.stop();
  });

  test('has its slots shared out, and each node knows', async () => {
    assert.equal(new Set(cluster.nodes.map(({ id }) => id)).size, 6);
    for (const shard of [0, 1, 2]) {
      assert.equal(await cluster.master(shard), cluster.nodes[shard]);
      assert.deepEqual(await cluster.replicas(shard), [cluster.nodes[3 + shard]]);
    }
    assert.equal(await cluster.slotOf('{tag}:1'), await cluster.slotOf('tag'));
    assert.deepEqual(
      await Promise.all([0, 5_461, 10_922, 16_383].map((slot) => cluster.ownerOf(slot))),
      [0, 1, 2, 2].map((index) => cluster.nodes[index]),
    );
    await Promise.all(Array.from({ length: 100 }, (_, n) => client.set(`key:${n}`, n)));
    await assert.rejects(cluster.master(3), /no shard 3/);
  });

  test('a slot moves with its keys, and clients are told', async () => {
    const slot = await cluster.slotOf('{moving}');
    const old = await cluster.ownerOf(slot);
    const keys = Array.from({ length: 250 }, (_, n) => `{moving}:${n}`);
    await Promise.all(keys.map((key) => client.set(key, 'here')));
    const target = (cluster.nodes.indexOf(old) + 1) % 3;
    await cluster.moveSlot(slot, target);
    const owner = await cluster.ownerOf(slot);
    assert.equal(owner, await cluster.master(target));
    assert.equal(await owner.client().call('CLUSTER', 'COUNTKEYSINSLOT', slot), 250);
    await assert.rejects(old.client().get('{moving}:1'), {
      message: `MOVED ${slot} ${owner.host}:${owner.port}`,
    });
    expect(await Promise.all(keys.map((key) => client.get(key)))).toEqual(keys.map(() => 'here'));
    // Away and back, and to where it is.
    await cluster.moveSlot(slot, cluster.nodes.indexOf(old));
    await cluster.moveSlot(slot, cluster.nodes.indexOf(old));
    assert.equal(await cluster.ownerOf(slot), old);
    assert.equal(await client.get('{moving}:249'), 'here');
  });

  test('a replica takes over when it is told', async () => {
    const [master, [replica]] = await Promise.all([cluster.master(0), cluster.replicas(0)]);
    assert.ok(replica !== undefined);
    await cluster.failover(replica);
    assert.equal(await cluster.master(0), replica);
    assert.deepEqual(await cluster.replicas(0), [master]);
    assert.equal(await cluster.ownerOf(0), replica);
    const outsider = { ...replica };
    await assert.rejects(cluster.failover(outsider), /node of this cluster/);
  });

  test('a replica takes over from a dead master when it is told; the dead one comes back as a replica', async () => {
    const [master, [replica]] = await Promise.all([cluster.master(1), cluster.replicas(1)]);
    assert.ok(replica !== undefined);
    await master.kill();
    assert.equal(await cluster.master(1), master);
    await cluster.failover(replica);
    assert.equal(await cluster.master(1), replica);
    await master.restart();
    assert.equal(await master.client().call('CLUSTER', 'MYID'), master.id);
    await eventually(async () => assert.match(await master.client().info('replication'), /^role:slave/m));
    assert.equal(await cluster.master(1), replica);
  });

  test('a replica takes over from a frozen master by itself, and keeps the slots when that wakes up', async () => {
    const [master, [replica]] = await Promise.all([cluster.master(2), cluster.replicas(2)]);
    master.freeze();
    await eventually(async () => assert.equal(await cluster.master(2), replica));
    master.thaw();
    assert.equal(await cluster.ownerOf(16_383), replica);
    await eventually(async () => assert.match(await master.client().info('replication'), /^role:slave/m));
    assert.equal(await cluster.ownerOf(16_383), replica);
  });
});

withProgram('a cluster of one has all slots', async () => {
  await using cluster = await startCluster({ masters: 1 });
  const [node] = cluster.nodes;
  assert.ok(node !== undefined);
  assert.equal(await cluster.ownerOf(0), node);
  assert.equal(await cluster.ownerOf(16_383), node);
  const client = new Cluster([node.url]);
  try {
    assert.equal(await client.set('key', 'value'), 'OK');
  } finally {
    client.disconnect();
  }
});

withProgram('a cluster that does not start says why', async () => {
  await assert.rejects(startCluster({ config: { nonsense: '1' } }), /nonsense/);
});
