import assert from 'node:assert/strict';
import { eventually } from '@tidings/core/testing';
import { type ClusterNode, startCluster } from '@tidings/test-redis';
import { afterAll, describe, test } from 'vitest';
import { channel, fresh, join, numbers, numbersIn, type Opened, open, read } from './log-world.js';

const cluster = await startCluster({ masters: 3, replicas: 1, nodeTimeoutMs: 1_000 });
afterAll(() => cluster.stop());

const nodes = cluster.nodes.map(({ host, port }) => ({ host, port }));
const patient = { timeoutMs: 40_000 };
const partitions = [0, 1, 2, 3, 4, 5, 6, 7];

/** Appends to all partitions and takes from them, until it is stopped; then all must have come, in order. */
async function load(publisher: Opened, worker: Opened): Promise<{ n: () => number; stop: () => Promise<void> }> {
  const what = channel({ keyed: true });
  const { member, told } = await join(worker.log, what);
  const cursor = await read(worker.log, what, 'start');
  let n = 0;
  let stopped = false;
  const counts = partitions.map(() => 0);
  const appending = partitions.map(async (partition) => {
    while (!stopped) {
      await publisher.log.append(what, partition, numbers((counts[partition] ?? 0) + 1, 2));
      counts[partition] = (counts[partition] ?? 0) + 2;
      n += 2;
    }
  });
  let through = false;
  const taking = (async () => {
    while (!through) {
      const taken = await member.take(200);
      told.taken.push(...taken);
      member.done(taken);
      cursor.told.taken.push(...(await cursor.reader.take(200)));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  return {
    n: () => n,
    stop: async () => {
      stopped = true;
      await Promise.all(appending);
      await eventually(async () => {
        const [group] = await publisher.log.groups(what);
        assert.deepEqual([group?.waiting, group?.pending], [0, 0]);
        assert.equal(new Set(cursor.told.taken.map(({ id, partition }) => `${id} ${partition}`)).size * 2, n);
      }, patient);
      through = true;
      await taking;
      for (const partition of partitions) {
        const expected = Array.from({ length: counts[partition] ?? 0 }, (_, at) => at + 1);
        for (const each of [told, cursor.told]) {
          assert.deepEqual(each.taken.filter((entry) => entry.partition === partition).flatMap(numbersIn), expected);
        }
      }
      assert.ok(cursor.told.taken.every(({ missedBefore }) => missedBefore === 0));
      assert.deepEqual([told.failed, cursor.told.failed], [[], []]);
      await member.leave(1_000);
      await cursor.reader.close();
    },
  };
}

const options = (): { cluster: { nodes: typeof nodes }; prefix: string } => ({
  cluster: { nodes },
  prefix: `${fresh('w')}:`,
});

describe('a log in a Cluster', () => {
  test('has three connections to each master, and goes on while slots move and come back: nothing lost, repeated, or out of order', async () => {
    const same = options();
    await using publisher = await open({ ...same, name: 'counted' });
    await using worker = await open(same);
    const running = await load(publisher, worker);
    await eventually(() => assert.ok(running.n() > 200), patient);
    const lists = await Promise.all(cluster.nodes.map((node) => node.client().client('LIST')));
    assert.deepEqual(
      lists.map((list) => String(list).split('name=counted:').length - 1),
      [3, 3, 3, 0, 0, 0],
    );
    for (const tag of [3, 5, 3]) {
      const slot = await cluster.slotOf(`{${tag}}`);
      const here = cluster.nodes.indexOf(await cluster.ownerOf(slot));
      const before = running.n();
      await cluster.moveSlot(slot, (here + 1) % 3);
      await eventually(() => assert.ok(running.n() > before + 100), patient);
    }
    await running.stop();
    assert.deepEqual([publisher.told.failed, worker.told.failed], [[], []]);
  });

  test('follows a replica that takes over as planned: nothing lost, repeated, or out of order', async () => {
    const same = options();
    await using publisher = await open(same);
    await using worker = await open(same);
    const running = await load(publisher, worker);
    await eventually(() => assert.ok(running.n() > 200), patient);
    for (const shard of [0, 1]) {
      const [replica] = await cluster.replicas(shard);
      const before = running.n();
      await cluster.failover(replica as ClusterNode);
      await eventually(() => assert.ok(running.n() > before + 200), patient);
    }
    await running.stop();
  });

  test('goes on elsewhere while one master is dead, and there when it is back or replaced', async () => {
    const same = options();
    await using bus = await open({ ...same, leaseMs: 30_000 });
    const what = channel({ keyed: true });
    const { takes, told } = await join(bus.log, what);
    const slot = await cluster.slotOf('{3}');
    const master = await cluster.ownerOf(slot);
    const away = await Promise.all(
      partitions.map(async (tag) => (await cluster.ownerOf(await cluster.slotOf(`{${tag}}`))) === master),
    );
    for (const partition of partitions) await bus.log.append(what, partition, numbers(partition, 1));
    await takes(8);
    await master.kill();
    await eventually(() => assert.equal(bus.log.isWritable(what, 3), false), patient);
    const stuck = bus.log.append(what, 3, numbers(103, 1));
    const there = partitions.filter((partition) => !away[partition]);
    for (const partition of there) await bus.log.append(what, partition, numbers(100 + partition, 1));
    await takes(there.length);
    await stuck;
    await eventually(() => assert.ok(bus.log.isWritable(what, 3)), patient);
    // A busy machine may have had a replica in its place before the others were asked.
    await takes(9 + there.length - told.taken.length);
    const late = told.numbers.slice(8);
    assert.deepEqual(
      late.sort((a, b) => a - b),
      [...there.map((partition) => 100 + partition), 103].sort((a, b) => a - b),
    );
    await master.restart();
  });
});
