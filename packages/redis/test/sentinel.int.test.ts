import assert from 'node:assert/strict';
import { describeEventBusContract, eventually } from '@tidings/core/testing';
import { RedisBus } from '@tidings/redis';
import { startSentinel } from '@tidings/test-redis';
import { Redis } from 'ioredis';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { appendRaw } from './append-raw.js';
import { cutConnections } from './cut-connections.js';
import { listenTo, numbered, receive, rejection } from './numbered.js';

const group = await startSentinel();
const raw = new Redis({ sentinels: [...group.sentinels], name: group.name, replyMapping: 'legacy' });
afterAll(async () => {
  raw.disconnect();
  await group.stop();
});
const sentinels = { nodes: group.sentinels, name: group.name };

describeEventBusContract(
  {
    name: 'RedisBus behind Sentinels',
    runner: { describe, test },
    appendRaw: (world, entry) => appendRaw({ sentinels, prefix: `${world}:` }, entry),
    cutConnections: (world) => cutConnections(raw, world),
    sendRaw: async (world, channel, frame) => {
      await raw.publish(`${world}:${channel}`, typeof frame === 'string' ? frame : Buffer.from(frame));
    },
  },
  (world, options) => new RedisBus({ ...options, sentinels, prefix: `${world}:`, name: world }),
);

describe('a bus behind Sentinels', () => {
  test('follows a failover, receives from the new master, and reports what it may have missed', async () => {
    await using bus = new RedisBus({ sentinels, prefix: 'failover:' });
    await using publisher = new RedisBus({ sentinels, prefix: 'failover:' });
    const told = listenTo(bus);
    const atPublisher = listenTo(publisher);
    await receive(bus, told);
    await publisher.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]));
    const before = (await group.master()).port;
    await group.failover();
    assert.notEqual((await group.master()).port, before);
    await eventually(() => assert.ok(told.statuses.length >= 3 && bus.status === 'ready'), { timeoutMs: 30_000 });
    await eventually(() => assert.ok(atPublisher.statuses.length >= 3 && publisher.status === 'ready'), {
      timeoutMs: 30_000,
    });
    await publisher.publish(numbered, { n: 2 });
    await eventually(() => assert.deepEqual(told.received, [1, 2]));
    assert.ok(told.gaps.some(({ reason }) => reason === 'reconnect'));
    const clients = String(await (await group.master()).client().call('CLIENT', 'LIST'));
    assert.equal(clients.match(/name=tidings:publisher/g)?.length, 2);
  });

  test('says so when no Sentinel answers, or none knows the master', async () => {
    for (const away of [
      { nodes: [{ host: '127.0.0.1', port: 1 }], name: 'mymaster' },
      { nodes: group.sentinels, name: 'nobody' },
    ]) {
      await using bus = new RedisBus({ sentinels: away, publishTimeoutMs: 500 });
      const told = listenTo(bus);
      const error = await rejection(bus.publish(numbered, { n: 1 }));
      assert.equal(error.code, 'timed_out');
      assert.equal(told.errors.length, 1);
      expect(told.errors[0]?.message).toContain(`the master '${away.name}'`);
      expect(told.errors[0]?.message).toContain('no Sentinel knows the master, or none can be reached');
      await bus.close({ timeoutMs: 1_000 });
    }
  });

  test('lets go of everything when it is closed while the master is away', async () => {
    await using own = await startSentinel({ sentinels: 1, quorum: 1, downAfterMs: 60_000 });
    const bus = new RedisBus({ sentinels: { nodes: own.sentinels, name: own.name } });
    const told = listenTo(bus);
    await receive(bus, told);
    for (const server of own.servers) await server.kill();
    await eventually(() => assert.ok(told.errors.length > 0));
    const [sentinel] = own.sentinels;
    const raw = new Redis({ ...sentinel, replyMapping: 'legacy' });
    const watching = async (): Promise<number> =>
      String(await raw.call('CLIENT', 'LIST'))
        .split('\n')
        .filter((line) => / sub=[1-9]/.test(line) && !/ cmd=(publish|ping)/.test(line)).length;
    await eventually(async () => assert.equal(await watching(), 2));
    await bus.close({ timeoutMs: 2_000 });
    await eventually(async () => assert.equal(await watching(), 0));
    raw.disconnect();
  });

  test('writes nothing to the console about a Sentinel that is away', async () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => {});
    const nodes = [{ host: '127.0.0.1', port: 1 }, ...group.sentinels];
    await using bus = new RedisBus({ sentinels: { nodes, name: group.name } });
    const told = listenTo(bus);
    await receive(bus, told);
    await bus.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]));
    await bus.close();
    assert.deepEqual(written.mock.calls, []);
    written.mockRestore();
  });

  test('says so when a Sentinel is given as if it were the server', async () => {
    const [first] = group.sentinels;
    await using bus = new RedisBus({ url: `redis://${first?.host}:${first?.port}`, publishTimeoutMs: 300 });
    const told = listenTo(bus);
    await rejection(bus.publish(numbered, { n: 1 }));
    expect(told.errors[0]?.message).toMatch(
      /is a Sentinel, not a Redis that carries events: give it as one of 'sentinels'/,
    );
  });
});
