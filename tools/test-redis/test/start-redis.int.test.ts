import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { startRedis } from '@tidings/test-redis';
import { Redis } from 'ioredis';
import { eventually } from './eventually.js';
import { withProgram } from './with-program.js';

withProgram('a server is up at its url, and is the process that it says', async () => {
  await using redis = await startRedis();
  const client = redis.client();
  assert.equal(await client.ping(), 'PONG');
  assert.equal(redis.url, `redis://127.0.0.1:${redis.port}`);
  const info = await client.info('server');
  assert.match(info, new RegExp(`^process_id:${redis.pid}\r$`, 'm'));
  assert.match(info, new RegExp(`^(redis|valkey)_version:${redis.version}\r$`, 'm'));
});

withProgram('lines of configuration reach it: single ones, several of a name, a password', async () => {
  const users = ['alice on >secret ~* &* +@all', 'bob on nopass ~* &* -@all'];
  await using redis = await startRedis({ config: { maxmemory: '1mb', requirepass: 'p@ss', user: users } });
  const client = redis.client();
  await assert.rejects(client.set('large', 'x'.repeat(2_000_000)), /^ReplyError: OOM/);
  assert.deepEqual(await client.acl('USERS'), ['alice', 'bob', 'default']);
  assert.match(redis.url, /^redis:\/\/:p%40ss@/);
  const alice = redis.client({ username: 'alice', password: 'secret' });
  assert.equal(await alice.acl('WHOAMI'), 'alice');
});

withProgram('it starts on the port that it is told', async () => {
  const first = await startRedis();
  await first.stop();
  await using second = await startRedis({ port: first.port });
  assert.equal(second.port, first.port);
});

withProgram('a server that does not stay up is an error with the end of its log', async () => {
  await assert.rejects(startRedis({ config: { nonsense: '1' } }), /did not stay up.*'nonsense 1'/s);
});

withProgram('a killed server comes back on its port with its data, and so do its clients', async () => {
  await using redis = await startRedis({ config: { appendonly: 'yes', appendfsync: 'always' } });
  const client = redis.client();
  await client.set('key', 'kept');
  const { pid } = redis;
  await redis.kill();
  assert.equal(redis.pid, undefined);
  await assert.rejects(client.get('key'), /retries/);
  await redis.restart();
  assert.equal(await client.get('key'), 'kept');
  assert.notEqual(redis.pid, pid);
  await redis.restart();
  assert.equal(await client.get('key'), 'kept');
});

withProgram('restart resolves when the data is loaded', async () => {
  await using redis = await startRedis({
    config: { 'key-load-delay': '300', 'loading-process-events-interval-bytes': '1024' },
  });
  const client = redis.client();
  await client.eval(`for i = 1, 3000 do redis.call('SET', 'key:' .. i, 'value') end`, 0);
  await client.save();
  const restarted = redis.restart();
  const impatient = new Redis(redis.url, { enableReadyCheck: false, retryStrategy: () => 1, disableClientInfo: true });
  impatient.on('error', () => {});
  try {
    await eventually(() => assert.rejects(impatient.get('key:1'), /LOADING/));
    await restarted;
    assert.equal(await impatient.get('key:1'), 'value');
  } finally {
    impatient.disconnect();
  }
});

withProgram('a frozen server keeps its connections and answers once it is thawed', async () => {
  await using redis = await startRedis();
  const client = redis.client();
  await client.ping();
  redis.freeze();
  assert.ok(redis.frozen);
  let answered = false;
  const pong = client.ping().finally(() => {
    answered = true;
  });
  // The system still accepts connections for it.
  const impatient = redis.client({
    connectTimeout: 200,
    commandTimeout: 200,
    maxRetriesPerRequest: 0,
    disconnectTimeout: 50,
  });
  await assert.rejects(impatient.ping());
  assert.equal(answered, false);
  redis.thaw();
  assert.equal(await pong, 'PONG');
  assert.ok(!redis.frozen);
});

withProgram(
  'stop ends a server, frozen or not, with its clients and its folder; a second call does nothing',
  async () => {
    for (const frozen of [false, true]) {
      const redis = await startRedis();
      const client = redis.client();
      const [, folder = ''] = (await client.config('GET', 'dir')) as string[];
      assert.ok(existsSync(folder));
      if (frozen) redis.freeze();
      await redis.stop();
      await redis.stop();
      assert.equal(redis.pid, undefined);
      assert.ok(!existsSync(folder));
      await eventually(() => assert.equal(client.status, 'end'));
    }
  },
);
