import assert from 'node:assert/strict';
import type { EventBus } from '@tidings/core';
import { eventually } from '@tidings/core/testing';
import { RedisBus, type RedisBusSettings } from '@tidings/redis';
import { type ClusterNode, startCluster } from '@tidings/test-redis';
import { afterAll, describe, expect, test } from 'vitest';
import { ClusterLoad, channelAt } from './cluster-load.js';
import { listenTo, type Told } from './numbered.js';

const cluster = await startCluster({ masters: 3, replicas: 1, nodeTimeoutMs: 1_000 });
afterAll(() => cluster.stop());

const nodes = cluster.nodes.map(({ host, port }) => ({ host, port }));
const patient = { timeoutMs: 30_000 };

function makeBus(settings: RedisBusSettings = {}): RedisBus {
  return new RedisBus({ cluster: { nodes }, ...settings });
}

async function isReady(bus: EventBus): Promise<void> {
  await eventually(() => assert.deepEqual([bus.status, bus.health().problem?.message], ['ready', undefined]), patient);
}

/** How many events are told to be missing. */
function missing({ gaps }: Told): number {
  return gaps.reduce((sum, { count = 0 }) => sum + count, 0);
}

/** Loads one channel at the master of a shard and one elsewhere, through two buses, while something happens. */
async function underLoad(
  shard: number,
  happens: (master: ClusterNode, replica: ClusterNode) => Promise<void>,
): Promise<{ publisher: Told; subscriber: Told; moved: string; lost: number; port: number }> {
  const [master, other] = await Promise.all([cluster.master(shard), cluster.master((shard + 1) % 3)]);
  const [replica] = await cluster.replicas(shard);
  const load = await Promise.all([master, other].map((node) => channelAt(cluster, node)));
  const [moved, staying] = load as [(typeof load)[0], (typeof load)[0]];
  await using publisher = makeBus({ source: '/publisher' });
  await using subscriber = makeBus();
  const told = { publisher: listenTo(publisher), subscriber: listenTo(subscriber) };
  const running = await ClusterLoad.start({ publisher, subscriber }, load, 500);
  await eventually(() => assert.ok(running.received(moved) > 20), patient);
  await happens(master, replica as ClusterNode);
  const before = [running.received(moved), running.received(staying)] as const;
  await eventually(() => assert.ok(running.received(moved) > before[0] + 20), patient);
  await eventually(() => assert.ok(running.received(staying) > before[1] + 20), patient);
  await Promise.all([isReady(publisher), isReady(subscriber)]);
  await running.stop();
  await running.last();
  await eventually(() => assert.ok(running.complete), patient);
  const { lost, ...verdict } = running.verdict();
  expect(verdict).toMatchObject({ duplicates: 0, disordered: 0, untrue: 0 });
  expect(lost).toBeLessThanOrEqual(missing(told.subscriber));
  return { ...told, moved: moved.name, lost, port: master.port };
}

describe('a Cluster in which a replica takes over', () => {
  test('as planned, is followed at once, and nobody has to be called', async () => {
    const { publisher, subscriber, moved, lost } = await underLoad(0, (_master, replica) => cluster.failover(replica));
    assert.deepEqual([...publisher.errors, ...subscriber.errors], []);
    assert.deepEqual(
      subscriber.gaps.filter(({ reason }) => reason === 'reconnect'),
      [{ reason: 'reconnect', channel: moved, count: undefined }],
    );
    // What the old master was sent while it stepped down.
    expect(lost).toBeLessThan(100);
  });

  test('from a dead master, is followed when it is done; the old one comes back as a replica', async () => {
    const { publisher, subscriber, moved, port } = await underLoad(1, async (master) => {
      await master.kill();
      await eventually(async () => assert.notEqual(await cluster.master(1), master), patient);
      await master.restart();
    });
    for (const { errors } of [publisher, subscriber]) {
      assert.ok(errors.length > 0);
      for (const { message } of errors) expect(message).toContain(`Redis at 127.0.0.1:${port} `);
    }
    assert.deepEqual([...new Set(subscriber.gaps.map(({ channel }) => channel))], [moved]);
    assert.equal(subscriber.gaps.filter(({ reason }) => reason === 'reconnect').length, 1);
  });

  test('leaves two connections to each master, and none elsewhere', async () => {
    await using bus = makeBus({ name: 'counted' });
    listenTo(bus);
    const channel = await channelAt(cluster, await cluster.master(2));
    await bus.publish(channel, { n: 1 });
    const [replica] = await cluster.replicas(2);
    await cluster.failover(replica as ClusterNode);
    await bus.publish(channel, { n: 2 });
    const masters = await Promise.all([0, 1, 2].map((shard) => cluster.master(shard)));
    await eventually(async () => {
      const lists = await Promise.all(cluster.nodes.map((node) => node.client().client('LIST')));
      const counts = lists.map((list) => String(list).split('name=counted:').length - 1);
      assert.deepEqual(
        counts,
        cluster.nodes.map((node) => (masters.includes(node) ? 2 : 0)),
      );
    }, patient);
  });
});
