import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { type ClientOptions, type FaultProxy, type RedisServer, startProxy, startRedis } from '@tidings/test-redis';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from 'vitest';
import { eventually } from './eventually.js';
import { describeWithProgram } from './with-program.js';

describeWithProgram('a Redis behind the proxy', () => {
  let redis: RedisServer;
  let proxy: FaultProxy;
  let own: Redis;
  const opened: { destroy(): void }[] = [];

  const connectThrough = async (options: ClientOptions = {}): Promise<Redis> => {
    const client = new Redis(proxy.url, { lazyConnect: true, retryStrategy: () => 10, ...options });
    client.on('error', () => {});
    opened.push({ destroy: () => client.disconnect() });
    await client.connect();
    return client;
  };
  const openSocket = async (): Promise<Socket> => {
    const socket = connect(proxy.port, proxy.host);
    socket.on('error', () => {});
    opened.push(socket);
    await once(socket, 'connect');
    return socket;
  };
  /** How many connections the server has besides the test's own. */
  const clientsOfServer = async (): Promise<number> =>
    String(await own.client('LIST'))
      .trimEnd()
      .split('\n').length - 1;
  /** Gives up a command without an answer soon, and does not send it again. */
  const impatient = {
    commandTimeout: 500,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    disconnectTimeout: 50,
  } as const;

  beforeAll(async () => {
    redis = await startRedis();
    own = redis.client();
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    proxy = await startProxy({ to: redis });
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) each.destroy();
    await proxy.stop();
    await own.flushall();
  });

  test('passes all on, much of it too, and counts connections', async () => {
    const client = await connectThrough();
    const large = 'x'.repeat(8_000_000);
    await client.set('large', large);
    assert.equal(await client.get('large'), large);
    const second = await connectThrough();
    assert.equal(proxy.connections, 2);
    second.disconnect();
    await eventually(() => assert.equal(proxy.connections, 1));
  });

  test('blackhole: nothing gets through; afterwards connections that lost something are reset', async () => {
    const client = await connectThrough(impatient);
    const idle = await openSocket();
    await eventually(() => assert.equal(proxy.connections, 2));
    proxy.blackhole();
    await assert.rejects(client.set('key', 'lost'), /timed out/);
    await assert.rejects(connectThrough({ ...impatient, retryStrategy: () => null }), /closed/);
    assert.equal(await own.exists('key'), 0);
    assert.equal(client.status, 'ready');

    const closed = happened(client, 'close');
    proxy.pass();
    await closed;
    await eventually(async () => assert.equal(await client.set('key', 'here'), 'OK'));
    // Nothing was sent on this one, so that it goes on.
    idle.write('PING\r\n');
    assert.equal(String(await once(idle, 'data')), '+PONG\r\n');
  });

  test('blackhole: neither side learns that the other has gone', async () => {
    await connectThrough();
    const socket = await openSocket();
    await eventually(() => assert.equal(proxy.connections, 2));
    await eventually(async () => assert.equal(await clientsOfServer(), 2));
    proxy.blackhole();
    socket.resetAndDestroy();
    await assert.rejects(connectThrough({ ...impatient, retryStrategy: () => null }), /closed/);
    assert.equal(await clientsOfServer(), 2);
    proxy.pass();
    await eventually(async () => assert.equal(await clientsOfServer(), 1));
  });

  test('dropReplies: commands are done, and nobody hears of it', async () => {
    const client = await connectThrough(impatient);
    proxy.dropReplies();
    await assert.rejects(client.set('key', 'done'), /timed out/);
    await eventually(async () => assert.equal(await own.get('key'), 'done'));
    const closed = happened(client, 'close');
    proxy.pass();
    await closed;
    await eventually(async () => assert.equal(await client.get('key'), 'done'));
  });

  test('reset: all connections break off at once, and new ones are fine', async () => {
    const client = await connectThrough();
    const socket = await openSocket();
    await eventually(() => assert.equal(proxy.connections, 2));
    const closed = happened(client, 'close');
    const broken = once(socket, 'error');
    proxy.reset();
    assert.equal((await broken)[0].code, 'ECONNRESET');
    await closed;
    assert.equal(await client.ping(), 'PONG');
    await eventually(async () => assert.equal(await clientsOfServer(), 1));
  });

  test('refuse: new connections are reset, open ones stay', async () => {
    const client = await connectThrough();
    proxy.refuse();
    const refused = connect(proxy.port, proxy.host);
    assert.equal((await once(refused, 'error'))[0].code, 'ECONNRESET');
    assert.equal(await client.ping(), 'PONG');
    assert.equal(proxy.connections, 1);
    proxy.pass();
    assert.equal(await (await connectThrough()).ping(), 'PONG');
  });

  test('delay: each direction takes longer, together and in order', async () => {
    const client = await connectThrough();
    proxy.delay(150);
    const start = performance.now();
    const counted = Array.from({ length: 1_000 }, () => client.incr('count'));
    assert.equal(await client.get('count'), '1000');
    const took = performance.now() - start;
    assert.ok(took >= 299, `${took} ms`);
    assert.deepEqual(
      await Promise.all(counted),
      counted.map((_, index) => index + 1),
    );
    proxy.pass();
    const before = performance.now();
    await client.ping();
    assert.ok(performance.now() - before < 300);
  });

  test('redirect: new connections lead to another server', async () => {
    await using other = await startRedis();
    const client = await connectThrough();
    proxy.redirect(other);
    await client.set('key', 'first');
    proxy.reset();
    await client.set('key', 'second');
    assert.equal(await own.get('key'), 'first');
    assert.equal(await other.client().get('key'), 'second');
  });

  test('a server that dies, or is not there, breaks connections off', async () => {
    await using mortal = await startRedis();
    proxy.redirect(mortal);
    const client = await connectThrough();
    const closed = happened(client, 'close');
    await mortal.kill();
    await closed;
    const socket = connect(proxy.port, proxy.host);
    socket.on('error', () => {});
    await happened(socket, 'close');
    await mortal.restart();
    assert.equal(await client.ping(), 'PONG');
  });

  test('stop: nobody is connected any more, and nobody listens', async () => {
    const client = await connectThrough({ retryStrategy: () => null });
    const closed = happened(client, 'end');
    await proxy.stop();
    await proxy.stop();
    await closed;
    assert.equal(proxy.connections, 0);
    assert.equal((await once(connect(proxy.port, proxy.host), 'error'))[0].code, 'ECONNREFUSED');
  });
});

describe('a server that does not read', () => {
  test('holds back the client, and gets all of it later, also through a delay', async () => {
    const server = createServer({ pauseOnConnect: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    await using proxy = await startProxy({ to: { host: '127.0.0.1', port: address.port } });
    try {
      for (const delayMs of [0, 5]) {
        proxy.delay(delayMs);
        const accepted: Promise<Socket[]> = once(server, 'connection') as Promise<Socket[]>;
        const client = connect(proxy.port, proxy.host);
        client.on('error', () => {});
        const total = 64_000_000;
        client.end(Buffer.alloc(total, 'x'));
        const [socket] = await accepted;
        assert.ok(socket !== undefined);
        await settled(() => client.bytesWritten - client.writableLength);
        assert.ok(client.writableLength > 0, 'the proxy read it all');
        let arrived = 0;
        socket.on('data', (chunk) => {
          arrived += chunk.length;
        });
        socket.resume();
        await once(socket, 'end');
        assert.equal(arrived, total);
      }
    } finally {
      server.close();
    }
  });
});

/** Unlike `once` of Node, it does not reject at an error before. */
function happened(emitter: Redis | Socket, event: 'close' | 'end'): Promise<void> {
  return new Promise((resolve) => emitter.once(event, () => resolve()));
}

/** Resolves when a value has stayed the same for a while. */
async function settled(read: () => number): Promise<void> {
  let last = read();
  let same = 0;
  await eventually(() => {
    same = read() === last ? same + 1 : 0;
    last = read();
    assert.ok(same > 15);
  });
}
