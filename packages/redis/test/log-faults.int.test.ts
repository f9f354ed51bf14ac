import assert from 'node:assert/strict';
import { eventually } from '@tidings/core/testing';
import { type RedisServer, startProxy, startRedis } from '@tidings/test-redis';
import { describe, test } from 'vitest';
import { channel, done, join, numbers, open, read } from './log-world.js';

const patient = { timeoutMs: 30_000 };

/** Everything in a stream, in order. */
async function stored(server: RedisServer, name: string): Promise<number[]> {
  const raw = server.client();
  const [key = ''] = await raw.keys(`*:log:${name}`);
  const entries = (await raw.xrange(key, '-', '+')) as [string, string[]][];
  return entries.flatMap(([, fields]) => {
    const parsed = JSON.parse(fields[1] ?? '') as { n: number } | { n: number }[];
    return (Array.isArray(parsed) ? parsed : [parsed]).map(({ n }) => n);
  });
}

async function codeOf(promise: Promise<unknown> | undefined): Promise<string> {
  const outcome = await Promise.resolve(promise).then(
    () => 'resolved',
    (error: { code?: string }) => error.code ?? String(error),
  );
  return outcome;
}

describe('what is appended', () => {
  test('is stored once and in order, however often the answer is lost', async () => {
    await using server = await startRedis();
    await using proxy = await startProxy({ to: server });
    await using bus = await open({ url: proxy.url });
    const what = channel();
    let n = 0;
    let stopped = false;
    const appending = (async () => {
      while (!stopped) {
        await bus.log.append(what, 0, numbers(n + 1, 3));
        n += 3;
      }
    })();
    for (let round = 0; round < 10; round += 1) {
      const before = n;
      await eventually(() => assert.ok(n > before + 30), patient);
      proxy.dropReplies();
      const [stuck] = [n];
      await eventually(async () => assert.ok(((await stored(server, what.name)).at(-1) ?? 0) > stuck), patient);
      proxy.pass();
      proxy.reset();
    }
    stopped = true;
    await appending;
    assert.deepEqual(
      await stored(server, what.name),
      Array.from({ length: n }, (_, at) => at + 1),
    );
    assert.ok(bus.told.statuses.filter((status) => status === 'reconnecting').length >= 10);
  });

  test('survives kill -9 where there is an append-only file, once and in order, and so do the groups', async () => {
    await using server = await startRedis({ config: { appendonly: 'yes', appendfsync: 'always' } });
    await using bus = await open({ url: server.url, leaseMs: 20_000 });
    const what = channel();
    const { told, member } = await join(bus.log, what);
    let n = 0;
    let stopped = false;
    const appending = (async () => {
      while (!stopped) {
        await bus.log.append(what, 0, numbers(n + 1, 2));
        n += 2;
      }
    })();
    const taking = (async () => {
      while (!stopped) {
        const taken = await member.take(100);
        told.taken.push(...taken);
        member.done(taken);
        if (taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    for (let round = 0; round < 4; round += 1) {
      const before = n;
      await eventually(() => assert.ok(n > before + 30), patient);
      await server.kill();
      await server.restart();
    }
    await eventually(() => assert.ok(told.numbers.length > 100), patient);
    stopped = true;
    await Promise.all([appending, taking]);
    const all = Array.from({ length: n }, (_, at) => at + 1);
    assert.deepEqual(await stored(server, what.name), all);
    await eventually(async () => {
      const taken = await member.take(1_000);
      told.taken.push(...taken);
      member.done(taken);
      assert.deepEqual(
        [...new Set(told.numbers)].sort((x, y) => x - y),
        all,
      );
      const [group] = await bus.log.groups(what);
      assert.deepEqual([group?.waiting, group?.pending], [0, 0]);
    }, patient);
    assert.deepEqual(told.failed, []);
  });

  test('waits while the master has too few replicas, and is stored once it has them', async () => {
    await using server = await startRedis();
    await using bus = await open({ url: server.url });
    const what = channel();
    await bus.log.append(what, 0, numbers(1, 1));
    const raw = server.client();
    await raw.config('SET', 'min-replicas-to-write', '1');
    const appending = bus.log.append(what, 0, numbers(2, 2));
    await eventually(async () => assert.match(await raw.info('errorstats'), /errorstat_NOREPLICAS/), patient);
    assert.deepEqual(await stored(server, what.name), [1]);
    await raw.config('SET', 'min-replicas-to-write', '0');
    await appending;
    assert.deepEqual(await stored(server, what.name), [1, 2, 3]);
  });

  test('is refused as a whole when there is no memory, and what is there is still handled', async () => {
    await using server = await startRedis();
    await using bus = await open({ url: server.url, leaseMs: 500 });
    const what = channel();
    await bus.log.append(what, 0, numbers(1, 1));
    const { takes, member, told } = await join(bus.log, what);
    const [entry] = await takes(1);
    assert.ok(entry);
    const raw = server.client();
    const before = (await raw.keys('*')).length;
    await raw.config('SET', 'maxmemory', '1mb');
    assert.equal(await codeOf(bus.log.append(what, 0, numbers(2, 2, ['a', 'b']))), 'out_of_memory');
    assert.deepEqual(await stored(server, what.name), [1]);
    assert.equal((await raw.keys('*')).length, before);
    const dead = [{ event: '{}', eventId: 'x', reason: 'r', code: 'c', attempts: 1 }];
    assert.equal(await codeOf(member.settle(entry, { ...done, dead })), 'out_of_memory');
    // Longer than a lease: it is renewed all the same, and others join.
    const since = performance.now();
    await eventually(() => assert.ok(performance.now() - since > 1_000));
    const other = await join(bus.log, what);
    assert.equal(await member.settle(entry, { ...done, done: false, notes: 'n' }), true);
    assert.deepEqual(told.events, []);
    await raw.config('SET', 'maxmemory', '0');
    assert.equal(await member.settle(entry, { ...done, dead }), true);
    await bus.log.append(what, 0, numbers(2, 2, ['a', 'b']));
    assert.deepEqual(await stored(server, what.name), [1, 2, 3]);
    assert.equal((await bus.log.deadLetters(what, { limit: 5 })).length, 1);
    await other.member.leave(500);
  });
});

describe('a log', () => {
  test('does not mind SCRIPT FLUSH', async () => {
    await using server = await startRedis();
    await using bus = await open({ url: server.url });
    const what = channel();
    const { told, takes, member } = await join(bus.log, what);
    for (let n = 1; n <= 10; n += 1) {
      await bus.log.append(what, 0, numbers(n, 1));
      await server.client().script('FLUSH');
      member.done(await takes(1));
    }
    assert.deepEqual(told.numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    await eventually(async () => assert.equal((await bus.log.groups(what))[0]?.pending, 0));
  });

  test('hears what it missed while its subscription was away, without a gap told to those who broadcast nothing', async () => {
    await using server = await startRedis();
    await using bus = await open({ url: server.url });
    await using other = await open({ url: server.url });
    const what = channel();
    const { takes } = await join(bus.log, what);
    const cursor = await read(bus.log, what, 'start');
    for (let n = 1; n <= 5; n += 1) {
      await Promise.all([
        server.client().call('CLIENT', 'KILL', 'TYPE', 'pubsub'),
        server.client().call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'),
        other.log.append(what, 0, numbers(n, 1)),
      ]);
      await takes(1);
      await cursor.takes(1);
    }
    assert.deepEqual(cursor.told.numbers, [1, 2, 3, 4, 5]);
    assert.deepEqual(bus.told.interrupted, []);
  });

  test('has one more connection, however many channels and groups', async () => {
    await using server = await startRedis();
    await using bus = await open({ url: server.url, name: 'counted' });
    const names = async (): Promise<string[]> =>
      (String(await server.client().call('CLIENT', 'LIST')).match(/name=counted:\S*/g) ?? []).sort();
    assert.deepEqual(await names(), ['name=counted:publisher', 'name=counted:subscriber']);
    const all = Array.from({ length: 50 }, () => channel());
    await Promise.all(all.map((what) => bus.log.append(what, 0, numbers(1, 1))));
    await Promise.all(
      all.flatMap((what) => [join(bus.log, what), join(bus.log, what, { group: 'h' }), read(bus.log, what, 'new')]),
    );
    assert.deepEqual(await names(), ['name=counted:log', 'name=counted:publisher', 'name=counted:subscriber']);
  });

  for (const trouble of ['down', 'frozen', 'unreachable'] as const) {
    test(`closes in time when its server is ${trouble}, and settles all that waits`, async () => {
      await using server = await startRedis();
      await using proxy = await startProxy({ to: server });
      const bus = await open({ url: proxy.url });
      const what = channel();
      await bus.log.append(what, 0, numbers(1, 1));
      const { takes, member } = await join(bus.log, what);
      const [entry] = await takes(1);
      assert.ok(entry);
      if (trouble === 'down') {
        await server.kill();
        await eventually(() => assert.equal(bus.log.isWritable(what, 0), false));
      } else if (trouble === 'frozen') server.freeze();
      else proxy.blackhole();
      const outcomes = [
        codeOf(bus.log.append(what, 0, numbers(2, 1))),
        codeOf(bus.log.append(channel(), 0, numbers(2, 1))),
        codeOf(join(bus.log, channel())),
        codeOf(read(bus.log, what, 'start')),
        codeOf(bus.log.groups(what)),
      ];
      const settling = member.settle(entry, done);
      const taking = member.take(1);
      const begun = performance.now();
      await bus.transport.close(300);
      assert.ok(performance.now() - begun < 3_000);
      const [first, ...others] = await Promise.all(outcomes);
      assert.ok(first === (trouble === 'down' ? 'closed' : 'outcome_unknown'), first);
      for (const code of others) assert.equal(code, 'closed');
      assert.equal(await settling, false);
      assert.deepEqual(await taking, []);
      if (trouble === 'frozen') server.thaw();
    });
  }

  test('hands over what somebody else has added, without counting it', async () => {
    await using server = await startRedis();
    await using bus = await open({ url: server.url });
    const what = channel({ name: 'foreign' });
    await bus.log.append(what, 0, numbers(1, 1));
    const cursor = await read(bus.log, what, 'start');
    const { takes, told, member } = await join(bus.log, what);
    const raw = server.client();
    const [key = ''] = await raw.keys('*:log:foreign');
    await raw.xadd(key, '*', 'e', '{"n":50}');
    await raw.xadd(key, '*', 'e', '{"n":51}');
    await raw.publish(key.replace(':log:', ':wake:'), 'e');
    await bus.log.append(what, 0, numbers(2, 1));
    await takes(4);
    await cursor.takes(4);
    for (const each of [told, cursor.told]) {
      assert.deepEqual(each.numbers, [1, 50, 51, 2]);
      assert.ok(each.taken.every(({ missedBefore }) => missedBefore === 0));
      assert.deepEqual(each.events, []);
    }
    member.done(told.taken);
    await raw.xadd(key, `${Date.now() + 60_000}-0`, 'e', '{"n":52}');
    await bus.log.append(what, 0, numbers(3, 1));
    await takes(2);
    assert.deepEqual(told.numbers.slice(-2), [52, 3]);
    assert.equal(told.taken.at(-1)?.missedBefore, 0);
  });
});
