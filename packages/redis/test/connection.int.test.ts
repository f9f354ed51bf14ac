import assert from 'node:assert/strict';
import { eventually } from '@tidings/core/testing';
import { RedisBus } from '@tidings/redis';
import { startProxy, startRedis } from '@tidings/test-redis';
import { describe, expect, test } from 'vitest';
import { listenTo, numbered, other, receive, rejection } from './numbered.js';
import { standStill } from './stand-still.js';

describe('a bus whose connections are killed', () => {
  test('comes back at once, reports the gap, and goes on', async () => {
    await using server = await startRedis();
    await using bus = new RedisBus({ url: server.url, settleMs: 100 });
    const told = listenTo(bus);
    await receive(bus, told);
    await bus.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]));

    await server.client().call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await server.client().call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await eventually(() => assert.equal(bus.health().status, 'reconnecting'));
    assert.equal(bus.health().problem?.code, 'connection_failed');
    await eventually(() => assert.equal(bus.health().status, 'ready'));
    await bus.publish(numbered, { n: 2 });
    await eventually(() => assert.deepEqual(told.received, [1, 2]));
    assert.deepEqual(told.gaps, [{ reason: 'reconnect', channel: undefined, count: undefined }]);
    // It healed by itself, and was told as a status and a gap: nobody has to be called.
    assert.deepEqual(told.errors, []);
    assert.equal(bus.health().problem, undefined);
  });

  test('reports what it missed meanwhile with its exact count, when the next event comes', async () => {
    await using server = await startRedis();
    await using publisher = new RedisBus({ url: server.url, source: '/publisher' });
    await using proxy = await startProxy({ to: server });
    await using bus = new RedisBus({ url: proxy.url });
    const told = listenTo(bus);
    listenTo(publisher);
    await receive(bus, told);
    await publisher.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]));
    proxy.refuse();
    proxy.reset();
    await eventually(() => assert.equal(bus.status, 'reconnecting'));
    for (const n of [2, 3, 4]) await publisher.publish(numbered, { n });
    proxy.pass();
    await eventually(() => assert.equal(bus.status, 'ready'));
    await publisher.publish(numbered, { n: 5 });
    await eventually(() => assert.deepEqual(told.received, [1, 5]));
    assert.deepEqual(told.gaps, [
      { reason: 'reconnect', channel: undefined, count: undefined },
      { reason: 'hole', channel: 'test.numbered', count: 3, source: '/publisher' },
    ]);
    assert.deepEqual(bus.health().lastGap?.count, 3);
  });
});

describe('a bus whose server dies and comes back', () => {
  test('sends what waited, once and in order, and says in an error what was wrong, once', async () => {
    await using server = await startRedis();
    await using bus = new RedisBus({ url: server.url });
    const told = listenTo(bus);
    await receive(bus, told);
    await receive(bus, told, other);
    await bus.publish(numbered, { n: 0 });
    await eventually(() => assert.deepEqual(told.received, [0]));
    await server.kill();
    await eventually(() => assert.equal(bus.status, 'reconnecting'));
    const publishing = Promise.all([1, 2, 3].map((n) => bus.publish(numbered, { n })));
    await eventually(() => assert.equal(told.errors.length, 1));
    assert.equal(bus.health().outgoing, 3);
    await server.restart();
    await publishing;
    await eventually(() => assert.deepEqual(told.received, [0, 1, 2, 3]));
    assert.equal(told.errors.length, 1);
    assert.equal(told.errors[0]?.code, 'connection_failed');
    // It depends on the moment: a server that dies may still take a connection.
    expect(told.errors[0]?.message).toMatch(
      /^Redis at 127\.0\.0\.1:\d+ (can not be reached \(ECONNREFUSED\): is it running|hung up before)/,
    );
    assert.deepEqual(
      told.statuses.map(({ status }) => status),
      ['ready', 'reconnecting', 'ready'],
    );
    assert.equal(told.statuses[1]?.problem?.code, 'connection_failed');
  });

  test('subscribes to what was asked for meanwhile, and forgets what was given up', async () => {
    await using server = await startRedis();
    await using bus = new RedisBus({ url: server.url });
    const told = listenTo(bus);
    await receive(bus, told);
    await server.kill();
    await eventually(() => assert.equal(bus.status, 'reconnecting'));
    const subscribing = receive(bus, told, other);
    await bus.unsubscribe(numbered);
    await server.restart();
    await subscribing;
    const channels = await server.client().call('PUBSUB', 'CHANNELS', '*');
    assert.deepEqual(channels, ['tidings:test.other']);
  });

  test('is found by a bus that was there first', async () => {
    await using server = await startRedis();
    await server.kill();
    await using bus = new RedisBus({ url: server.url });
    const told = listenTo(bus);
    const subscribing = receive(bus, told);
    const publishing = bus.publish(numbered, { n: 1 });
    await eventually(() => assert.equal(told.errors.length, 1));
    assert.equal(bus.health().status, 'connecting');
    assert.equal(bus.health().problem?.code, 'connection_failed');
    await server.restart();
    await Promise.all([subscribing, publishing]);
    assert.equal(bus.status, 'ready');
    assert.deepEqual(told.gaps, []);
  });

  test('leaves nothing that waits unsent, however often and in whatever moment a connection is killed', async () => {
    await using server = await startRedis();
    await using bus = new RedisBus({ url: server.url, settleMs: 1, maxInFlightBytes: 4_096 });
    listenTo(bus);
    await bus.publish(numbered, { n: 0 });
    let killing = true;
    const killed = (async () => {
      for (let kill = 0; kill < 100; kill += 1)
        await server
          .client()
          .call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
          .catch(() => {});
      killing = false;
    })();
    const codes = new Set<string>();
    let n = 1;
    while (killing) {
      const burst = Array.from({ length: 200 }, (_, at) => bus.publish(numbered, { n: n + at }));
      n += burst.length;
      for (const outcome of await Promise.allSettled(burst))
        if (outcome.status === 'rejected') codes.add(outcome.reason.code);
    }
    await killed;
    // What was on its way when the connection was killed; the rest waited and was sent.
    assert.deepEqual(
      [...codes].filter((code) => code !== 'outcome_unknown'),
      [],
    );
  });

  test("is not waited for with whileDisconnected: 'reject'", async () => {
    await using server = await startRedis();
    await using bus = new RedisBus({ url: server.url, whileDisconnected: 'reject' });
    const told = listenTo(bus);
    await bus.publish(numbered, { n: 1 });
    await server.kill();
    await eventually(() => assert.equal(bus.status, 'reconnecting'));
    const error = await rejection(bus.publish(numbered, { n: 2 }));
    assert.equal(error.code, 'not_sent');
    expect(error.message).toContain('Redis at 127.0.0.1:');
    await server.restart();
    await eventually(() => assert.equal(bus.status, 'ready'));
    await bus.publish(numbered, { n: 3 });
    assert.equal(told.gaps.length, 0);
  });
});

describe('a bus whose server does not answer', () => {
  test('notices, says that nobody knows what became of what was sent, and what it waited for', async () => {
    await using server = await startRedis();
    await using bus = new RedisBus({
      url: server.url,
      heartbeatMs: 50,
      connectTimeoutMs: 200,
      publishTimeoutMs: 2_000,
    });
    const told = listenTo(bus);
    await receive(bus, told);
    await bus.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]));
    server.freeze();
    const sent = await rejection(bus.publish(numbered, { n: 2 }));
    assert.equal(sent.code, 'outcome_unknown');
    expect(bus.health().problem?.message).toMatch(/was silent for 150 ms/);
    const unsent = await rejection(bus.publish(numbered, { n: 3 }));
    assert.equal(unsent.code, 'timed_out');
    expect(unsent.message).toContain('did not take it within publishTimeoutMs: Redis at 127.0.0.1:');
    server.thaw();
    await eventually(() => assert.equal(bus.status, 'ready'));
    await bus.publish(numbered, { n: 4 });
    await eventually(() => assert.equal(told.received.at(-1), 4));
    // What was on its way may have come, once; what was not sent has not.
    assert.deepEqual(
      told.received.filter((n) => n !== 2),
      [1, 4],
    );
  });

  test('is not taken for dead because this process itself was busy', async () => {
    await using server = await startRedis();
    await using bus = new RedisBus({ url: server.url, heartbeatMs: 20 });
    const told = listenTo(bus);
    await receive(bus, told);
    standStill(600);
    await bus.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]));
    assert.deepEqual(told.statuses.length, 1);
    assert.deepEqual(told.gaps, []);
  });

  for (const trouble of ['down', 'frozen', 'unreachable'] as const) {
    test(`closes in time when it is ${trouble}, and settles what waited`, async () => {
      await using server = await startRedis();
      await using proxy = await startProxy({ to: server });
      const bus = new RedisBus({ url: proxy.url });
      listenTo(bus);
      await bus.subscribe(numbered, () => {});
      await bus.publish(numbered, { n: 1 });
      if (trouble === 'down') {
        await server.kill();
        await eventually(() => assert.equal(bus.status, 'reconnecting'));
      } else if (trouble === 'frozen') server.freeze();
      else proxy.blackhole();
      const publishing = rejection(bus.publish(numbered, { n: 2 }));
      const subscribing = rejection(bus.subscribe(other, () => {}));
      const begun = performance.now();
      await bus.close({ timeoutMs: 300 });
      // The deadline itself is the contract; what is added is for a busy machine.
      assert.ok(performance.now() - begun < 5_000);
      assert.ok(['closed', 'outcome_unknown'].includes((await publishing).code));
      assert.equal((await subscribing).code, 'closed');
    });
  }
});

describe('the connections of a bus', () => {
  test('are two, whatever the number of channels, and have names', async () => {
    await using server = await startRedis();
    await using bus = new RedisBus({ url: server.url, name: 'orders' });
    const told = listenTo(bus);
    const { defineChannel } = await import('@tidings/core/define');
    const { z } = await import('zod');
    const schema = z.object({ n: z.int() });
    const channels = Array.from({ length: 1_000 }, (_, at) => defineChannel(`many.c${at}`, schema));
    await Promise.all(channels.map((channel) => bus.subscribe(channel, ({ data }) => void told.received.push(data.n))));
    const clients = (await server.client().call('CLIENT', 'LIST')) as string;
    const names = clients.match(/name=orders:\S*/g)?.sort();
    assert.deepEqual(names, ['name=orders:publisher', 'name=orders:subscriber']);

    await server.client().call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await eventually(() => assert.equal(told.gaps.length, 1));
    await Promise.all(channels.map((channel, n) => bus.publish(channel, { n })));
    await eventually(() => assert.equal(new Set(told.received).size, 1_000));
    assert.deepEqual(told.errors, []);
  });
});
