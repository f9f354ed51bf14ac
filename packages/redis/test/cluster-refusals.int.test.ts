import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { eventually } from '@tidings/core/testing';
import { RedisBus } from '@tidings/redis';
import { type ClusterNode, startCluster, startRedis } from '@tidings/test-redis';
import { describe, expect, test } from 'vitest';
import { ClusterLoad, channelAt } from './cluster-load.js';
import { listenTo, numbered, receive } from './numbered.js';

const patient = { timeoutMs: 30_000 };

function addresses(nodes: readonly ClusterNode[]): { host: string; port: number }[] {
  return nodes.map(({ host, port }) => ({ host, port }));
}

describe('a server that is no Cluster', () => {
  test('is told to be none, once, and waited for', async () => {
    await using server = await startRedis();
    await using bus = new RedisBus({ cluster: { nodes: [server.url] } });
    const told = listenTo(bus);
    const publishing = bus.publish(numbered, { n: 1 }).catch(() => {});
    await eventually(() => assert.equal(told.errors.length, 1), patient);
    expect(told.errors[0]?.message).toBe(`Redis at 127.0.0.1:${server.port} is no Cluster: give it as 'url'`);
    const asked = async (): Promise<number> => {
      const stats = await server.client().info('stats');
      return Number(/total_connections_received:(\d+)/.exec(stats)?.[1]);
    };
    const before = await asked();
    await eventually(async () => assert.ok((await asked()) > before + 2), patient);
    assert.equal(told.errors.length, 1);
    expect(bus.health()).toMatchObject({ status: 'connecting', problem: { message: told.errors[0]?.message } });
    await bus.close({ timeoutMs: 200 });
    await publishing;
  });

  test('that is in a Cluster of its own without slots is told, too', async () => {
    await using server = await startRedis({ config: { 'cluster-enabled': 'yes' } });
    await using bus = new RedisBus({ cluster: { nodes: [server.url] } });
    const told = listenTo(bus);
    void bus.publish(numbered, { n: 1 }).catch(() => {});
    await eventually(() => assert.equal(told.errors.length, 1), patient);
    expect(told.errors[0]?.message).toContain('knows of no node that has slots');
    await bus.close({ timeoutMs: 200 });
  });
});

describe('a Cluster that wants a password', () => {
  test('refuses a wrong one in words that do not repeat it, and accepts the right one', async () => {
    await using cluster = await startCluster({ masters: 1, config: { requirepass: 'right-secret' } });
    const nodes = addresses(cluster.nodes);
    await using wrong = new RedisBus({ cluster: { nodes }, redis: { password: 'wrong-secret' } });
    const told = listenTo(wrong);
    void wrong.publish(numbered, { n: 1 }).catch(() => {});
    await eventually(() => assert.equal(told.errors.length, 1), patient);
    assert.equal(told.errors[0]?.code, 'authentication_failed');
    expect(JSON.stringify(told.errors.map(({ message, stack }) => [message, stack]))).not.toContain('secret');
    await wrong.close({ timeoutMs: 200 });
    await using right = new RedisBus({ cluster: { nodes }, redis: { password: 'right-secret' } });
    const atRight = listenTo(right);
    await receive(right, atRight);
    await right.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(atRight.received, [1]), patient);
  });

  test('gives a user with no more rights than the README lists all of the bus', async () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const rights = /^ {4}ACL SETUSER app on >password (.*spublish.*)$/m.exec(readme)?.[1]?.split(' ') ?? [];
    await using cluster = await startCluster({ masters: 2 });
    for (const node of cluster.nodes) await node.client().call('ACL', 'SETUSER', 'app', 'on', '>password', ...rights);
    const nodes = addresses(cluster.nodes);
    await using bus = new RedisBus({
      cluster: { nodes },
      redis: { username: 'app', password: 'password' },
      settleMs: 10,
    });
    const told = listenTo(bus);
    await receive(bus, told);
    await bus.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]), patient);
    for (const node of cluster.nodes) await node.client().call('CLIENT', 'KILL', 'USER', 'app');
    await eventually(() => assert.ok(told.gaps.length > 0 && bus.status === 'ready'), patient);
    await bus.publish(numbered, { n: 2 });
    await eventually(() => assert.deepEqual(told.received, [1, 2]), patient);
    await bus.unsubscribe(numbered);
    for (const node of cluster.nodes) assert.deepEqual(await node.client().call('ACL', 'LOG'), []);
  });

  test('may refuse to say who has which slot, and which commands it knows', async () => {
    await using cluster = await startCluster({ masters: 1 });
    const [node] = cluster.nodes as [ClusterNode];
    await node.client().call('ACL', 'SETUSER', 'humble', 'on', '>secret', '+@all', '-cluster|slots', '-command', '&*');
    await using bus = new RedisBus({
      cluster: { nodes: addresses(cluster.nodes) },
      redis: { username: 'humble', password: 'secret' },
    });
    const told = listenTo(bus);
    const subscribing = receive(bus, told);
    await eventually(() => assert.equal(told.errors.length, 1), patient);
    assert.equal(told.errors[0]?.code, 'permission_denied');
    expect(told.errors[0]?.message).toContain('CLUSTER SLOTS');
    await node.client().call('ACL', 'SETUSER', 'humble', '+cluster|slots');
    await subscribing;
    await bus.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]), patient);
    assert.deepEqual(told.warnings, []);
  });
});

describe('a Cluster without sharded Pub/Sub', () => {
  test('is used through any of its nodes, with a warning, and through another when that is away', async () => {
    const config = { 'rename-command': ['SPUBLISH ""', 'SSUBSCRIBE ""'] };
    await using cluster = await startCluster({ masters: 3, config });
    const nodes = addresses(cluster.nodes);
    await using publisher = new RedisBus({ cluster: { nodes }, source: '/publisher', name: 'counted' });
    await using subscriber = new RedisBus({ cluster: { nodes: [...nodes].reverse() } });
    const [atPublisher, told] = [listenTo(publisher), listenTo(subscriber)];
    const load = await Promise.all(cluster.nodes.map((node) => channelAt(cluster, node)));
    const running = await ClusterLoad.start({ publisher, subscriber }, load, 300);
    for (const { warnings } of [atPublisher, told]) {
      assert.equal(warnings.length, 1);
      expect(warnings[0]).toMatch(/has no sharded Pub\/Sub/);
    }
    // Each uses one node: whichever it is, its loss is a loss of connection, and no more.
    for (const node of cluster.nodes) {
      const before = running.received(load[0] as (typeof load)[0]);
      await node.kill();
      await eventually(() => assert.ok(running.received(load[0] as (typeof load)[0]) > before + 20), patient);
      await node.restart();
    }
    const counts = await Promise.all(
      cluster.nodes.map(async (node) => String(await node.client().client('LIST')).split('name=counted:').length - 1),
    );
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      2,
    );
    await running.stop();
    await running.last();
    await eventually(() => assert.ok(running.complete), patient);
    const { lost, ...verdict } = running.verdict();
    expect(verdict).toMatchObject({ duplicates: 0, disordered: 0, untrue: 0 });
    const holes = told.gaps.reduce((sum, { count = 0 }) => sum + count, 0);
    expect(lost).toBeLessThanOrEqual(holes);
  });
});
