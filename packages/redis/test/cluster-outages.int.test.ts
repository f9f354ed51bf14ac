import assert from 'node:assert/strict';
import type { EventBus } from '@tidings/core';
import { eventually } from '@tidings/core/testing';
import { RedisBus, type RedisBusSettings } from '@tidings/redis';
import { type ClusterNode, startCluster } from '@tidings/test-redis';
import { afterAll, describe, expect, test } from 'vitest';
import { ClusterLoad, channelAt } from './cluster-load.js';
import { listenTo, receive, rejection, type Told } from './numbered.js';

const cluster = await startCluster({ masters: 3 });
afterAll(() => cluster.stop());

const [a, b, c] = cluster.nodes as [ClusterNode, ClusterNode, ClusterNode];
const nodes = cluster.nodes.map(({ host, port }) => ({ host, port }));
const [atA, atB, atC] = await Promise.all([channelAt(cluster, a), channelAt(cluster, b), channelAt(cluster, c)]);
const patient = { timeoutMs: 30_000 };
/** Notices soon. */
const nervous: RedisBusSettings = { heartbeatMs: 100, connectTimeoutMs: 500 };

function makeBus(settings: RedisBusSettings = {}): RedisBus {
  return new RedisBus({ cluster: { nodes }, ...settings });
}

async function isReady(bus: EventBus): Promise<void> {
  await eventually(() => assert.deepEqual([bus.status, bus.health().problem?.message], ['ready', undefined]), patient);
}

async function isAway(bus: EventBus): Promise<void> {
  await eventually(() => assert.equal(bus.status, 'reconnecting'), patient);
}

/** How many events are told to be missing. */
function missing({ gaps }: Told): number {
  return gaps.reduce((sum, { count = 0 }) => sum + count, 0);
}

/** The servers that errors are about. Each is told once, or twice if it hangs up at first and refuses later. */
function blamed({ errors }: Told): readonly number[] {
  const ports = errors.map(({ message }) => Number(/Redis at 127\.0\.0\.1:(\d+) /.exec(message)?.[1]));
  assert.equal(new Set(errors.map(({ message }) => message)).size, errors.length);
  return [...new Set(ports)].sort();
}

describe('a Cluster of which one master dies and comes back', () => {
  test('holds back its channels, and only those; nothing is lost without a word', async () => {
    await using publisher = makeBus({ source: '/publisher' });
    await using subscriber = makeBus();
    const [atPublisher, told] = [listenTo(publisher), listenTo(subscriber)];
    const running = await ClusterLoad.start({ publisher, subscriber }, [atA, atB, atC], 600);
    await eventually(() => assert.ok(running.received(atA) > 20), patient);
    await a.kill();
    await Promise.all([isAway(publisher), isAway(subscriber)]);
    const [heldAt, before] = [running.received(atA), running.received(atB)];
    await eventually(() => assert.ok(running.received(atB) > before + 50), patient);
    assert.ok(running.received(atA) <= heldAt + 1);
    await eventually(() => assert.deepEqual(blamed(atPublisher), [a.port]), patient);
    expect(publisher.health().problem?.message).toContain(`Redis at 127.0.0.1:${a.port} `);
    await a.restart();
    await Promise.all([isReady(publisher), isReady(subscriber)]);
    await running.stop();
    await running.last();
    await eventually(() => assert.ok(running.complete), patient);
    const { lost, ...verdict } = running.verdict();
    expect(verdict).toMatchObject({ duplicates: 0, disordered: 0, untrue: 0 });
    expect(lost).toBeLessThanOrEqual(missing(told));
    assert.deepEqual(
      told.gaps.filter(({ reason }) => reason === 'reconnect'),
      [{ reason: 'reconnect', channel: atA.name, count: undefined }],
    );
    assert.deepEqual([blamed(atPublisher), blamed(told)], [[a.port], [a.port]]);
  });
});

describe('a Cluster of which one master stands still', () => {
  test('goes on with the others, and says what became of what was on its way', async () => {
    await using publisher = makeBus({ source: '/publisher', ...nervous });
    await using subscriber = makeBus(nervous);
    listenTo(publisher);
    const told = listenTo(subscriber);
    const running = await ClusterLoad.start({ publisher, subscriber }, [atA, atB, atC], 600);
    a.freeze();
    try {
      await isAway(publisher);
      expect(publisher.health().problem?.message).toMatch(/was silent for 300 ms/);
      const before = running.received(atB);
      await eventually(() => assert.ok(running.received(atB) > before + 50), patient);
    } finally {
      a.thaw();
    }
    await Promise.all([isReady(publisher), isReady(subscriber)]);
    await running.stop();
    await running.last();
    await eventually(() => assert.ok(running.complete), patient);
    const { lost, unknown, ...verdict } = running.verdict();
    expect(verdict).toMatchObject({ duplicates: 0, disordered: 0, untrue: 0 });
    expect(lost).toBeLessThanOrEqual(missing(told));
    expect(unknown).toBeGreaterThan(0);
    assert.ok(told.gaps.some(({ reason, channel }) => reason === 'reconnect' && channel === atA.name));
  });
});

describe('a Cluster whose connections are killed', () => {
  test('is connected to again at once: the gap is told, and nobody has to be called', async () => {
    await using bus = makeBus({ settleMs: 100 });
    const told = listenTo(bus);
    await receive(bus, told, atA);
    await receive(bus, told, atB);
    for (const node of cluster.nodes) {
      await node.client().call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
      await node.client().call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    }
    await isAway(bus);
    await bus.publish(atA, { n: 1 });
    await bus.publish(atB, { n: 2 });
    await eventually(() => assert.deepEqual(told.received, [1, 2]), patient);
    await isReady(bus);
    assert.deepEqual(told.gaps.map(({ channel }) => channel).sort(), [atA.name, atB.name].sort());
    assert.deepEqual(told.errors, []);
  });
});

describe('a Cluster that is away as a whole', () => {
  test('is waited for, and everything goes on when it is back', async () => {
    await using bus = makeBus();
    const told = listenTo(bus);
    for (const channel of [atA, atB, atC]) await receive(bus, told, channel);
    await bus.publish(atA, { n: 0 });
    await eventually(() => assert.deepEqual(told.received, [0]), patient);
    await Promise.all(cluster.nodes.map((node) => node.kill()));
    const ports = nodes.map(({ port }) => port).sort();
    await eventually(() => assert.deepEqual(blamed(told), ports), patient);
    assert.equal(bus.status, 'reconnecting');
    const publishing = Promise.all([atA, atB, atC].map((channel, index) => bus.publish(channel, { n: index + 1 })));
    await Promise.all(cluster.nodes.map((node) => node.restart()));
    await publishing;
    await eventually(() => assert.deepEqual([...told.received].sort(), [0, 1, 2, 3]), patient);
    await isReady(bus);
    assert.deepEqual(blamed(told), ports);
  });

  test('is found when it comes, by a bus that was there first', async () => {
    await Promise.all(cluster.nodes.map((node) => node.kill()));
    await using bus = makeBus();
    const told = listenTo(bus);
    const subscribing = receive(bus, told, atA);
    const publishing = bus.publish(atA, { n: 1 });
    await eventually(() => assert.ok(told.errors.length > 0), patient);
    expect(bus.health()).toMatchObject({ status: 'connecting', problem: { code: 'connection_failed' } });
    await Promise.all(cluster.nodes.map((node) => node.restart()));
    await Promise.all([subscribing, publishing]);
    assert.equal(bus.status, 'ready');
    assert.deepEqual(told.gaps, []);
  });

  test('keeps no bus from closing in time', async () => {
    for (const harm of ['kill', 'freeze'] as const) {
      const [open, never] = [makeBus(), makeBus()];
      const told = [open, never].map(listenTo);
      await receive(open, told[0] as (typeof told)[0], atA);
      await Promise.all(cluster.nodes.map((node) => node[harm]()));
      try {
        const publishing = [open.publish(atB, { n: 1 }), never.publish(atB, { n: 1 })];
        const settled = Promise.all(publishing.map(rejection));
        const start = performance.now();
        await Promise.all([open, never].map((bus) => bus.close({ timeoutMs: 500 })));
        expect(performance.now() - start).toBeLessThan(5_000);
        for (const { code } of await settled) expect(['closed', 'outcome_unknown']).toContain(code);
        const said = told.map(({ errors, gaps, statuses }) => errors.length + gaps.length + statuses.length);
        if (harm === 'kill') await Promise.all(cluster.nodes.map((node) => node.restart()));
        else for (const node of cluster.nodes) node.thaw();
        await using later = makeBus();
        await later.publish(atA, { n: 2 });
        // What is closed hears and says nothing any more.
        expect(told.map(({ errors, gaps, statuses }) => errors.length + gaps.length + statuses.length)).toEqual(said);
        expect(told.flatMap(({ received }) => received)).toEqual([]);
      } finally {
        for (const node of cluster.nodes) node.thaw();
      }
    }
  });
});
