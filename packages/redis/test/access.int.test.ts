import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { eventually } from '@tidings/core/testing';
import { RedisBus } from '@tidings/redis';
import { startProxy, startRedis, tlsFixtures } from '@tidings/test-redis';
import { Redis } from 'ioredis';
import { describe, expect, test } from 'vitest';
import { listenTo, numbered, other, receive, rejection } from './numbered.js';

/** What the README says a user of the bus needs. */
const leastRights = [
  'resetchannels',
  '-@all',
  '+client|setname',
  '+publish',
  '+subscribe',
  '+unsubscribe',
  '&tidings:*',
];

async function startWithUser(...rights: string[]): ReturnType<typeof startRedis> {
  const server = await startRedis();
  await server
    .client()
    .call('ACL', 'SETUSER', 'app', 'on', '>correct-horse', 'reset', 'on', '>correct-horse', ...rights);
  return server;
}

async function namesOf(raw: Redis, prefix: string): Promise<string[]> {
  const clients = String(await raw.call('CLIENT', 'LIST'));
  return [...clients.matchAll(/ name=(\S+)/g)].flatMap(([, name = '']) => (name.startsWith(prefix) ? [name] : []));
}

function as(user: string, server: { readonly port: number }): string {
  return `redis://${user}@127.0.0.1:${server.port}`;
}

describe('a user of Redis', () => {
  test('with no more rights than the README lists has all of the bus', async () => {
    await using server = await startWithUser(...leastRights);
    await using bus = new RedisBus({ url: as('app:correct-horse', server), heartbeatMs: 20, settleMs: 10 });
    const told = listenTo(bus);
    await receive(bus, told);
    await bus.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]));
    await server.client().call('CLIENT', 'KILL', 'USER', 'app');
    await eventually(() => assert.equal(told.gaps.length, 1));
    await bus.publish(numbered, { n: 2 });
    await eventually(() => assert.deepEqual(told.received, [1, 2]));
    await bus.unsubscribe(numbered);
    // Also the heartbeats: nothing was refused.
    assert.deepEqual(told.errors, []);
    assert.deepEqual(await server.client().call('ACL', 'LOG'), []);
  });

  test('that may not publish is told so by the publish, and still receives', async () => {
    await using server = await startWithUser('resetchannels', '-@all', '+subscribe', '+unsubscribe', '&tidings:*');
    await using bus = new RedisBus({ url: as('app:correct-horse', server) });
    const told = listenTo(bus);
    await receive(bus, told);
    const error = await rejection(bus.publish(numbered, { n: 1 }));
    assert.equal(error.code, 'permission_denied');
    expect(error.message).toBe(
      `Redis at 127.0.0.1:${server.port} refuses PUBLISH on 'test.numbered' (NOPERM): grant the right with ACL SETUSER; the README lists what the bus needs`,
    );
    await using all = new RedisBus({ url: server.url });
    await all.publish(numbered, { n: 2 });
    await eventually(() => assert.deepEqual(told.received, [2]));
  });

  test('that may not read a channel is told so by the subscribe, and reads the others', async () => {
    await using server = await startWithUser(
      'resetchannels',
      '-@all',
      '+publish',
      '+subscribe',
      '+unsubscribe',
      '&tidings:test.other',
    );
    await using bus = new RedisBus({ url: as('app:correct-horse', server) });
    const told = listenTo(bus);
    await receive(bus, told, other);
    const error = await rejection(receive(bus, told));
    assert.equal(error.code, 'permission_denied');
    assert.equal(error.channel, 'test.numbered');
    assert.deepEqual(bus.channels(), ['test.other']);
    assert.equal(bus.health().healthy, true);
  });

  test('that loses the right to a channel hears so, keeps the others, and has it back when it is granted again', async () => {
    await using server = await startWithUser(...leastRights);
    const acl = server.client();
    await using bus = new RedisBus({ url: as('app:correct-horse', server), settleMs: 10 });
    await using publisher = new RedisBus({ url: server.url });
    const told = listenTo(bus);
    await receive(bus, told);
    await receive(bus, told, other);
    // Redis disconnects a subscriber that loses a channel.
    await acl.call('ACL', 'SETUSER', 'app', 'resetchannels', '&tidings:test.other');
    await eventually(() => assert.equal(told.errors.length, 1));
    assert.equal(told.errors[0]?.code, 'permission_denied');
    assert.equal(told.errors[0]?.channel, 'test.numbered');
    assert.deepEqual(bus.health().problem, told.errors[0]);
    assert.equal(bus.health().healthy, false);
    await publisher.publish(other, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]));
    await acl.call('ACL', 'SETUSER', 'app', '&tidings:*');
    await eventually(() => assert.equal(bus.status, 'ready'));
    await publisher.publish(numbered, { n: 2 });
    await eventually(() => assert.deepEqual(told.received, [1, 2]));
    assert.deepEqual(told.gaps, [
      { reason: 'reconnect', channel: undefined, count: undefined },
      { reason: 'reconnect', channel: 'test.numbered', count: undefined },
    ]);
    assert.equal(told.errors.length, 1);
  });

  test('that is refused altogether is told so, and let in once the password fits', async () => {
    await using server = await startWithUser(...leastRights);
    await using bus = new RedisBus({ url: as('app:wrong-secret', server), publishTimeoutMs: 300 });
    const told = listenTo(bus);
    const error = await rejection(bus.publish(numbered, { n: 1 }));
    assert.equal(error.code, 'timed_out');
    assert.equal((error.cause as { code: string }).code, 'authentication_failed');
    assert.deepEqual(
      told.errors.map(({ code }) => code),
      ['authentication_failed'],
    );
    expect(told.errors[0]?.message).toMatch(
      /refuses the connection \(WRONGPASS\): check the user name and the password$/,
    );
    await server.client().call('ACL', 'SETUSER', 'app', '>wrong-secret');
    await eventually(() => bus.publish(numbered, { n: 2 }));
    for (const secret of ['wrong-secret', 'correct-horse']) {
      assert.ok(!inspect([bus, error, told], { depth: 20, showHidden: true }).includes(secret));
    }
  });

  test('without a password is told that one is wanted', async () => {
    await using server = await startRedis({ config: { requirepass: 'correct-horse' } });
    await using bus = new RedisBus({ url: `redis://127.0.0.1:${server.port}` });
    const told = listenTo(bus);
    rejection(bus.publish(numbered, { n: 1 }));
    await eventually(() => assert.equal(told.errors[0]?.code, 'authentication_failed'));
    expect(told.errors[0]?.message).toMatch(/NOAUTH.*wants a password/);
    await bus.close({ timeoutMs: 1 });
  });

  test('whose payload is repeated by the server in its refusal does not find it in the error', async () => {
    await using server = await startRedis({ config: { 'rename-command': 'PUBLISH ""' } });
    await using bus = new RedisBus({ url: server.url });
    listenTo(bus);
    const error = await rejection(bus.publish(numbered, { n: 987_654_321 }));
    assert.equal(error.code, 'not_sent');
    expect(error.message).toMatch(/refuses PUBLISH on 'test.numbered' \(ERR\): unknown command 'PUBLISH'$/i);
    assert.ok(!inspect(error, { depth: 20, showHidden: true }).includes('987654321'));
  });
});

describe('TLS', () => {
  test('carries events to a server whose certificate is of a known authority and for its name', async () => {
    await using server = await startRedis({ tls: 'right' });
    await using bus = new RedisBus({ url: server.url, redis: { tls: { ca: tlsFixtures.ca } } });
    const told = listenTo(bus);
    await receive(bus, told);
    await bus.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]));
  });

  const refused = [
    {
      name: 'signed by nobody known',
      kind: 'right',
      tls: {},
      says: /whoever signed it is not known here: give their certificate in redis.tls.ca$/,
    },
    {
      name: 'signed by another authority',
      kind: 'right',
      tls: { ca: tlsFixtures.unrelatedCa },
      says: /whoever signed it is not known here/,
    },
    {
      name: 'for another host',
      kind: 'wrong-host',
      tls: { ca: tlsFixtures.ca },
      says: /\(ERR_TLS_CERT_ALTNAME_INVALID\): it is for another host/,
    },
  ] as const;
  for (const { name, kind, tls, says } of refused) {
    test(`is refused with a certificate that is ${name}, in words`, async () => {
      await using server = await startRedis({ tls: kind });
      await using bus = new RedisBus({ url: server.url, redis: { tls } });
      const told = listenTo(bus);
      const publishing = rejection(bus.publish(numbered, { n: 1 }));
      await eventually(() => assert.equal(told.errors.length, 1));
      assert.equal(told.errors[0]?.code, 'connection_failed');
      expect(told.errors[0]?.message).toMatch(says);
      await bus.close({ timeoutMs: 1 });
      assert.equal((await publishing).code, 'closed');
    });
  }

  test('asked of a server without it, and not asked of one with it, are told apart from a network that is down', async () => {
    await using plain = await startRedis();
    await using secure = await startRedis({ tls: 'right' });
    for (const url of [`rediss://127.0.0.1:${plain.port}`, `redis://127.0.0.1:${secure.port}`]) {
      await using bus = new RedisBus({ url, connectTimeoutMs: 500, heartbeatMs: 100 });
      const told = listenTo(bus);
      bus.publish(numbered, { n: 1 }).catch(() => {});
      await eventually(() => assert.equal(told.errors.length, 1));
      assert.equal(told.errors[0]?.code, 'connection_failed');
      expect(told.errors[0]?.message).toMatch(/does it speak TLS\?$|does it want TLS \(rediss:\/\/\)/);
      await bus.close({ timeoutMs: 1 });
    }
  });
});

describe('what is given to a bus', () => {
  test('a client is copied with its settings, and neither used nor closed', async () => {
    await using server = await startRedis({ config: { requirepass: 'correct-horse' } });
    const client = new Redis(server.url, { keyPrefix: 'theirs:', lazyConnect: true });
    await using bus = new RedisBus({ client });
    const told = listenTo(bus);
    await receive(bus, told);
    await bus.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]));
    assert.deepEqual(await server.client().call('PUBSUB', 'CHANNELS', '*'), ['tidings:test.numbered']);
    assert.equal(client.status, 'wait');
    await client.connect();
    await bus.close();
    assert.equal(await client.ping(), 'PONG');
    client.disconnect();
  });

  test('a function makes the clients, from the settings that it is given', async () => {
    await using server = await startRedis();
    const made: Redis[] = [];
    const bus = new RedisBus({
      client: (settings) => {
        const client = new Redis({ ...settings, replyMapping: 'legacy', port: server.port });
        made.push(client);
        return client;
      },
    });
    const told = listenTo(bus);
    await receive(bus, told);
    await bus.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]));
    assert.equal(made.length, 2);
    // A reconnect may need another password.
    await server.client().call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await eventually(() => assert.equal(told.gaps.length, 1));
    assert.equal(made.length, 3);
    await bus.publish(numbered, { n: 2 });
    await eventually(() => assert.deepEqual(told.received, [1, 2]));
    await bus.close();
    assert.deepEqual(
      made.map(({ status }) => status),
      ['end', 'end', 'end'],
    );
  });

  test('a function is asked once for each attempt while the server is away, and no more after close()', async () => {
    await using server = await startRedis();
    let made = 0;
    const bus = new RedisBus({
      client: (settings) => {
        made += 1;
        return new Redis({ ...settings, replyMapping: 'legacy', port: server.port });
      },
    });
    const told = listenTo(bus);
    await receive(bus, told);
    await server.kill();
    const before = made;
    // Two connections, each tried at once and then after 25 to 500 ms: some ten attempts take more than a second.
    const begun = performance.now();
    await eventually(() => assert.ok(made - before >= 10));
    assert.ok(performance.now() - begun > 400);
    await bus.close({ timeoutMs: 1 });
    const after = made;
    await server.restart();
    await server.client().ping();
    assert.equal(made, after);
    assert.deepEqual(await namesOf(server.client(), 'tidings:'), []);
  });

  test('a client with a time limit for commands does not lose channels to it', async () => {
    await using server = await startRedis();
    await using proxy = await startProxy({ to: server });
    await using publisher = new RedisBus({ url: server.url });
    const client = new Redis(proxy.url, { commandTimeout: 100, lazyConnect: true });
    await using bus = new RedisBus({ client });
    const told = listenTo(bus);
    await receive(bus, told);
    proxy.delay(300);
    proxy.reset();
    await eventually(() => assert.equal(bus.status, 'reconnecting'));
    await eventually(() => assert.equal(told.gaps.length, 1));
    proxy.pass();
    await eventually(() => assert.equal(bus.status, 'ready'));
    await publisher.publish(numbered, { n: 1 });
    await eventually(() => assert.deepEqual(told.received, [1]));
  });

  test('a client of the old protocol keeps its connection by PING', async () => {
    await using server = await startRedis();
    await using bus = new RedisBus({
      client: (settings) => new Redis({ ...settings, replyMapping: 'legacy', protocol: 2, port: server.port }),
      publishTimeoutMs: 200,
    });
    const told = listenTo(bus);
    await rejection(bus.publish(numbered, { n: 1 }));
    expect(told.errors[0]?.message).toMatch(/it has others: protocol$/);
    await using old = await startRedis({ config: { 'rename-command': 'HELLO ""' } });
    await using there = new RedisBus({ url: old.url, heartbeatMs: 20 });
    const heard = listenTo(there);
    await receive(there, heard);
    await there.publish(numbered, { n: 1 });
    await eventually(async () => {
      const commands = String(await old.client().info('commandstats'));
      assert.ok(Number(/cmdstat_ping:calls=(\d+)/.exec(commands)?.[1]) > 20);
    });
    assert.deepEqual([heard.received, heard.statuses.length, heard.gaps], [[1], 1, []]);
  });

  test('a function that goes its own way, or throws, is told so', async () => {
    await using server = await startRedis();
    await using own = new RedisBus({ client: () => new Redis(server.url), publishTimeoutMs: 100 });
    const told = listenTo(own);
    await rejection(own.publish(numbered, { n: 1 }));
    expect(told.errors[0]?.message).toMatch(
      /must make its client with the settings that it is given.*; it has others: lazyConnect, /,
    );
    const thrown = new Error('no token today');
    await using throwing = new RedisBus({
      client: () => {
        throw thrown;
      },
      publishTimeoutMs: 100,
    });
    const heard = listenTo(throwing);
    await rejection(throwing.publish(numbered, { n: 1 }));
    assert.equal(heard.errors[0]?.cause, thrown);
    assert.equal(heard.errors.length, 1);
  });

  test('a server that is a replica is not published to', async () => {
    await using master = await startRedis();
    await using replica = await startRedis({ config: { replicaof: `127.0.0.1 ${master.port}` } });
    await using bus = new RedisBus({ url: replica.url, publishTimeoutMs: 300 });
    const told = listenTo(bus);
    const error = await rejection(bus.publish(numbered, { n: 1 }));
    assert.equal((error.cause as { code: string }).code, 'read_only');
    expect(told.errors[0]?.message).toMatch(
      /is a replica: what is published there reaches only those who subscribe there/,
    );
  });

  test('a master that becomes a replica is noticed while it is connected', async () => {
    await using master = await startRedis();
    await using server = await startRedis();
    await using bus = new RedisBus({ url: server.url, heartbeatMs: 20, settleMs: 10 });
    const told = listenTo(bus);
    await bus.publish(numbered, { n: 1 });
    await server.client().call('REPLICAOF', '127.0.0.1', String(master.port));
    await eventually(() => assert.equal(bus.health().problem?.code, 'read_only'));
    await eventually(() => assert.equal(told.errors.length, 1));
    await server.client().call('REPLICAOF', 'NO', 'ONE');
    await bus.publish(numbered, { n: 2 });
    assert.equal(told.errors.length, 1);
  });
});
