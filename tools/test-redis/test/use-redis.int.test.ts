import assert from 'node:assert/strict';
import { startRedis, useRedis } from '@tidings/test-redis';
import { afterEach, vi } from 'vitest';
import { eventually } from './eventually.js';
import { withProgram } from './with-program.js';

afterEach(() => vi.unstubAllEnvs());

withProgram('without REDIS_URL a server is started', async () => {
  vi.stubEnv('REDIS_URL', '');
  await using redis = await useRedis();
  assert.equal(await redis.client().ping(), 'PONG');
  assert.notEqual(redis.pid, undefined);
});

withProgram('the server at REDIS_URL is used, and left as it is', async () => {
  await using own = await startRedis({ config: { requirepass: 'secret' } });
  vi.stubEnv('REDIS_URL', own.url);
  const given = await useRedis();
  assert.deepEqual(
    [given.url, given.host, given.port, given.version, given.pid],
    [own.url, own.host, own.port, own.version, undefined],
  );
  const client = given.client();
  await client.set('key', 'value');
  await assert.rejects(given.kill(), /kill\(\) is not for the Redis at REDIS_URL/);
  await assert.rejects(given.restart(), /REDIS_URL/);
  assert.throws(() => given.freeze(), /REDIS_URL/);
  assert.throws(() => given.thaw(), /REDIS_URL/);
  await given.stop();
  await eventually(() => assert.equal(client.status, 'end'));
  assert.equal(await own.client().get('key'), 'value');
});
