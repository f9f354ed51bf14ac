import assert from 'node:assert/strict';
import type { EventBus } from '@tidings/core';
import { eventually } from '@tidings/core/testing';
import { RedisBus, type RedisBusSettings } from '@tidings/redis';
import { startCluster, startRedis } from '@tidings/test-redis';
import { afterAll, describe, expect, test } from 'vitest';
import { ClusterLoad, channelAt, channels } from './cluster-load.js';
import { listenTo, numbered, receive } from './numbered.js';

const cluster = await startCluster({ masters: 3 });
afterAll(() => cluster.stop());

const nodes = cluster.nodes.map(({ host, port }) => ({ host, port }));
const patient = { timeoutMs: 30_000 };

function makeBus(settings: RedisBusSettings = {}): RedisBus {
  return new RedisBus({ cluster: { nodes }, ...settings });
}

/** The shard that has the channel's slot, and another. */
async function shardsFor(name: string): Promise<{ slot: number; here: number; there: number }> {
  const slot = await cluster.slotOf(name);
  const here = cluster.nodes.indexOf(await cluster.ownerOf(slot));
  return { slot, here, there: (here + 1) % 3 };
}

async function isReady(bus: EventBus): Promise<void> {
  await eventually(() => assert.deepEqual([bus.status, bus.health().problem?.message], ['ready', undefined]), patient);
}

describe('a channel whose slot moves', () => {
  test('is followed: nothing is refused, and who subscribes is told of one gap, on this channel only', async () => {
    await using bus = makeBus();
    const told = listenTo(bus);
    const [moved, staying] = channels(2) as [typeof numbered, typeof numbered];
    await receive(bus, told, moved);
    await receive(bus, told, staying);
    await bus.publish(moved, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]), patient);
    const { slot, there } = await shardsFor(`tidings:${moved.name}`);
    await cluster.moveSlot(slot, there);
    await bus.publish(moved, { n: 2 });
    await bus.publish(staying, { n: 3 });
    await eventually(() => assert.deepEqual([...told.received].sort(), [1, 2, 3]), patient);
    await isReady(bus);
    assert.deepEqual(told.gaps, [{ reason: 'reconnect', channel: moved.name, count: undefined }]);
    assert.deepEqual(told.errors, []);
  });

  test('is heard again when it comes straight back, and who subscribes is told', async () => {
    await using bus = makeBus();
    const told = listenTo(bus);
    const [moved, staying] = channels(2) as [typeof numbered, typeof numbered];
    await receive(bus, told, moved);
    await receive(bus, told, staying);
    const { slot, here, there } = await shardsFor(`tidings:${moved.name}`);
    for (let round = 1; round <= 3; round += 1) {
      const before = told.gaps.length;
      await cluster.moveSlot(slot, there);
      await cluster.moveSlot(slot, here);
      await eventually(() => assert.ok(told.gaps.length > before), patient);
      await eventually(async () => {
        const count = told.received.length;
        await bus.publish(moved, { n: round });
        await eventually(() => assert.ok(told.received.length > count), { timeoutMs: 200 });
      }, patient);
    }
    assert.deepEqual([...new Set(told.gaps.map(({ channel }) => channel))], [moved.name]);
    assert.deepEqual(told.errors, []);
  });

  test('is heard again in any case, whatever else is subscribed to at the same moment', async () => {
    // A Cluster of one: a slot can leave and be back before anyone looks.
    await using alone = await startRedis({
      config: { 'cluster-enabled': 'yes', 'cluster-require-full-coverage': 'no' },
    });
    const client = alone.client();
    await client.call('CLUSTER', 'ADDSLOTSRANGE', 0, 16_383);
    await using bus = new RedisBus({ cluster: { nodes: [alone.url] } });
    const told = listenTo(bus);
    const [moved, ...others] = channels(40) as [typeof numbered, ...(typeof numbered)[]];
    await receive(bus, told, moved);
    const slot = await client.cluster('KEYSLOT', `tidings:${moved.name}`);
    for (const [round, other] of others.entries()) {
      const away = Promise.all([client.call('CLUSTER', 'DELSLOTS', slot), client.call('CLUSTER', 'ADDSLOTS', slot)]);
      const until = performance.now() + (round % 10) / 4;
      await eventually(() => assert.ok(performance.now() >= until), { everyMs: 0 });
      await Promise.all([away, receive(bus, told, other)]);
      await eventually(async () => {
        const count = told.received.length;
        await bus.publish(moved, { n: round });
        await eventually(() => assert.ok(told.received.length > count), { timeoutMs: 100 });
      });
    }
    assert.deepEqual(told.errors, []);
  });

  test('may be subscribed to while it moves', async () => {
    await using bus = makeBus();
    const told = listenTo(bus);
    await bus.publish(numbered, { n: 0 });
    const { slot, there } = await shardsFor('tidings:test.numbered');
    // The bus does not know of the move when it asks.
    await cluster.moveSlot(slot, there);
    await receive(bus, told);
    await bus.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]), patient);
    assert.deepEqual(told.gaps, []);
    await bus.unsubscribe(numbered);
    await cluster.moveSlot(slot, (there + 1) % 3);
    await receive(bus, told);
    await bus.publish(numbered, { n: 2 });
    await eventually(() => assert.deepEqual(told.received, [1, 2]), patient);
  });

  test('loses nothing without a word, under load', async () => {
    await using publisher = makeBus({ source: '/publisher' });
    await using subscriber = makeBus();
    listenTo(publisher);
    const told = listenTo(subscriber);
    const load = channels(12);
    const running = await ClusterLoad.start({ publisher, subscriber }, load, 1_000);
    for (const { name } of load) {
      const { slot, there } = await shardsFor(`tidings:${name}`);
      await cluster.moveSlot(slot, there);
    }
    await running.stop();
    await isReady(subscriber);
    await running.last();
    await eventually(() => assert.ok(running.complete), patient);
    const { lost, notSent, unknown, ...rest } = running.verdict();
    expect(rest).toMatchObject({ duplicates: 0, disordered: 0, untrue: 0 });
    assert.deepEqual([notSent, unknown], [0, 0]);
    const holes = told.gaps.flatMap(({ reason, count }) => (reason === 'hole' ? (count ?? 0) : []));
    assert.equal(
      holes.reduce((sum, count) => sum + count, 0),
      lost,
    );
    // As a rule none; on a busy machine who subscribes may be late.
    expect(lost).toBeLessThan(50);
    const reconnects = told.gaps.filter(({ reason }) => reason === 'reconnect').map(({ channel }) => channel);
    assert.deepEqual(reconnects.sort(), load.map(({ name }) => name).sort());
  });
});

describe('a Cluster', () => {
  test('has channels of several prefixes', async () => {
    await using one = makeBus({ prefix: 'one:' });
    await using two = makeBus({ prefix: 'two:' });
    const [atOne, atTwo] = [listenTo(one), listenTo(two)];
    await receive(one, atOne);
    await receive(two, atTwo);
    await one.publish(numbered, { n: 1 });
    await two.publish(numbered, { n: 2 });
    await eventually(() => assert.deepEqual([atOne.received, atTwo.received], [[1], [2]]), patient);
  });

  test('gets two connections to each master, however many channels there are', async () => {
    await using bus = makeBus({ name: 'counted' });
    const told = listenTo(bus);
    const many = channels(1_000);
    const counted = async (): Promise<readonly number[]> => {
      const lists = await Promise.all(cluster.nodes.map((node) => node.client().client('LIST')));
      return lists.map((list) => String(list).split('name=counted:').length - 1);
    };
    await bus.publish(numbered, { n: 0 });
    await eventually(async () => assert.deepEqual(await counted(), [2, 2, 2]), patient);
    await Promise.all(many.map((channel) => receive(bus, told, channel)));
    await Promise.all(many.map((channel, n) => bus.publish(channel, { n })));
    await eventually(() => assert.equal(told.received.length, 1_000), patient);
    assert.deepEqual(await counted(), [2, 2, 2]);
    await bus.close();
    await eventually(async () => assert.deepEqual(await counted(), [0, 0, 0]), patient);
  });

  test('is found by any of its nodes, by those named in another way too', async () => {
    const [node] = nodes as [(typeof nodes)[0]];
    await using bus = new RedisBus({
      cluster: {
        nodes: ['redis://127.0.0.1:1', `redis://localhost:${node.port}`],
        natMap: Object.fromEntries(nodes.map(({ port }) => [`127.0.0.1:${port}`, { host: 'localhost', port }])),
      },
    });
    const told = listenTo(bus);
    const everywhere = await Promise.all(cluster.nodes.map((each) => channelAt(cluster, each)));
    for (const channel of everywhere) await receive(bus, told, channel);
    for (const channel of everywhere) await bus.publish(channel, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1, 1, 1]), patient);
    assert.deepEqual(told.errors, []);
  });
});
