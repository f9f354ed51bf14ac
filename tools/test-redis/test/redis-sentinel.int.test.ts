import assert from 'node:assert/strict';
import { type RedisSentinel, startSentinel } from '@tidings/test-redis';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, test } from 'vitest';
import { eventually } from './eventually.js';
import { describeWithProgram } from './with-program.js';

describeWithProgram('three sentinels over a master and two replicas with a password', () => {
  let sentinel: RedisSentinel;
  let client: Redis;

  beforeAll(async () => {
    sentinel = await startSentinel({ replicas: 2, config: { requirepass: 'secret' } });
    client = new Redis({
      sentinels: [...sentinel.sentinels],
      name: sentinel.name,
      password: 'secret',
      failoverDetector: true,
      sentinelRetryStrategy: () => 20,
    });
    client.on('error', () => {});
  });
  afterAll(async () => {
    client.disconnect();
    await sentinel.stop();
  });

  test('clients find the master, and replicas follow it', async () => {
    assert.equal(sentinel.sentinels.length, 3);
    const master = await sentinel.master();
    assert.equal(master, sentinel.servers[0]);
    await client.set('key', 'first');
    assert.equal(await master.client().get('key'), 'first');
    for (const replica of sentinel.servers.slice(1)) {
      await eventually(async () => assert.equal(await replica.client().get('key'), 'first'));
      await assert.rejects(replica.client().set('key', 'no'), /READONLY/);
    }
  });

  test('a replica is promoted on demand, and clients follow', async () => {
    const old = await sentinel.master();
    const master = await sentinel.failover();
    assert.notEqual(master, old);
    assert.equal(await sentinel.master(), master);
    await master.client().set('key', 'second');
    await eventually(async () => assert.equal(await client.get('key'), 'second'));
  });

  test('a replica is promoted when the master dies', async () => {
    const old = await sentinel.master();
    await old.kill();
    await eventually(async () => assert.notEqual(await sentinel.master(), old));
    const master = await sentinel.master();
    await eventually(async () => assert.equal(await master.client().set('key', 'third'), 'OK'));
    await eventually(async () => assert.equal(await client.get('key'), 'third'));
    await old.restart();
  });
});
