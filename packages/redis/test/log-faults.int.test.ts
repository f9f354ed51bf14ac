import assert from 'node:assert/strict';
import { defineChannel } from '@tidings/core/define';
import { eventually } from '@tidings/core/testing';
import type { LogEntry } from '@tidings/core/transport';
import { RedisBus } from '@tidings/redis';
import { type RedisServer, startProxy, startRedis } from '@tidings/test-redis';
import { describe, test } from 'vitest';
import { z } from 'zod';
import { channel, done, join, numbers, numbersIn, open, read, takeUntil } from './log-world.js';

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

/** Like a process that was stopped. */
function standStill(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
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
  test('goes on after FLUSHALL, says that it was lost, and does not spin', async () => {
    await using server = await startRedis();
    await using bus = await open({ url: server.url, leaseMs: 1_000 });
    const what = channel({ keyed: true, name: 'orders.flushed' });
    const { told, takes, member } = await join(bus.log, what);
    const cursor = await read(bus.log, what, 'start');
    for (let n = 1; n <= 5; n += 1) await bus.log.append(what, 4, numbers(n, 1));
    member.done(await takes(5));
    await cursor.takes(5);
    const raw = server.client();
    await raw.flushall();
    await bus.log.append(what, 4, numbers(100, 1));
    await eventually(() => assert.ok(told.events.includes('reset 4')), patient);
    await takes(1);
    await cursor.takes(1);
    assert.deepEqual([told.numbers.at(-1), cursor.told.numbers.at(-1)], [100, 100]);
    assert.ok(cursor.told.events.includes('reset 4'));
    assert.equal(told.events.filter((event) => event === 'reset 4').length, 1);
    const before = Number(/total_commands_processed:(\d+)/.exec(await raw.info('stats'))?.[1]);
    const since = performance.now();
    await eventually(() => assert.ok(performance.now() - since > 500));
    const after = Number(/total_commands_processed:(\d+)/.exec(await raw.info('stats'))?.[1]);
    assert.ok(after - before < 1_000, String(after - before));
    assert.deepEqual([told.failed, cursor.told.failed, bus.told.failed], [[], [], []]);
  });

  for (const more of [0, 1, 3]) {
    test(`goes on for readers where it lost its end, as by a failover, when ${more} events have come since`, async () => {
      await using server = await startRedis();
      await using bus = await open({ url: server.url });
      const raw = server.client();
      const what = channel();
      const cursor = await read(bus.log, what, 'start');
      await bus.log.append(what, 0, numbers(1, 3));
      await cursor.takes(1);
      const kept = await Promise.all(
        (await raw.keys('*')).map(async (key) => [key, await raw.dumpBuffer(key)] as const),
      );
      // What follows is read, but never comes to the replica that is promoted.
      await bus.log.append(what, 0, numbers(4, 1));
      await bus.log.append(what, 0, numbers(5, 1));
      await cursor.takes(2);
      await raw.flushall();
      for (const [key, value] of kept) await raw.restore(key, 0, value);
      if (more > 0) await bus.log.append(what, 0, numbers(6, more));
      await eventually(async () => {
        cursor.told.taken.push(...(await cursor.reader.take(10)));
        assert.deepEqual(cursor.told.events, ['reset 0']);
      }, patient);
      await bus.log.append(what, 0, numbers(6 + more, 1));
      const all = Array.from({ length: 6 + more }, (_, at) => at + 1);
      await takeUntil(
        { take: () => cursor.reader.take(10) },
        cursor.told,
        () => cursor.told.numbers.length >= all.length,
      );
      assert.deepEqual(cursor.told.numbers, all);
      assert.deepEqual(
        cursor.told.taken.map(({ missedBefore }) => missedBefore),
        cursor.told.taken.map(() => 0),
      );
      assert.deepEqual(cursor.told.events, ['reset 0']);
    });
  }

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

  test('finds what was given back without a word, after a while', async () => {
    await using server = await startRedis();
    const raw = server.client();
    const settings = { url: server.url, leaseMs: 500 };
    await using one = await open(settings);
    await using other = await open(settings);
    const what = channel();
    const first = await join(one.log, what);
    await one.log.append(what, 0, numbers(1, 5));
    await first.takes(1);
    const second = await join(other.log, what);
    // By the time that it hears of this, it has searched.
    await one.log.append(what, 0, numbers(6, 1));
    await second.takes(1);
    const [key = ''] = await raw.keys(`*:log:${what.name}`);
    const [[id = ''] = []] = (await raw.xpending(key, 'g', '-', '+', 1)) as [string][];
    await raw.xclaim(key, 'g', '-', 0, id, 'JUSTID');
    assert.deepEqual((await second.takes(1)).flatMap(numbersIn), [1, 2, 3, 4, 5]);
  });

  test('leaves nothing behind when a take is carried out after its member has left', async () => {
    await using server = await startRedis();
    const raw = server.client();
    await using stays = await open({ url: server.url });
    await using goes = await open({ url: server.url });
    const what = channel();
    const leaving = await join(goes.log, what);
    const [key = ''] = await raw.keys(`*:consumers:${what.name}:g`);
    const [consumer = ''] = await raw.hkeys(key);
    // As if it had left before its take came to be carried out.
    await raw.hdel(key, consumer);
    await stays.log.append(what, 0, numbers(1, 3));
    assert.deepEqual(await leaving.member.take(5), []);
    await leaving.member.leave(5_000);
    const staying = await join(stays.log, what);
    assert.deepEqual((await staying.takes(1)).flatMap(numbersIn), [1, 2, 3]);
  });

  for (const keyed of [false, true]) {
    test(`${keyed ? 'with' : 'without'} a key, tells what was trimmed exactly, although it had been handed out in answers that were lost`, async () => {
      await using server = await startRedis();
      await using proxy = await startProxy({ to: server });
      const raw = server.client();
      await using near = await open({ url: server.url });
      const what = channel({ keyed, maxCount: 20 });
      let n = 0;
      const append = async (): Promise<void> => {
        for (let times = 0; times < 20; times += 1) {
          await near.log.append(what, 0, numbers(n + 1, 5));
          n += 5;
        }
      };
      let [told, handled] = [0, 0];
      const count = (taken: readonly LogEntry[]): void => {
        for (const entry of taken) {
          told += entry.missedBefore;
          handled += numbersIn(entry).length;
        }
      };
      for (let round = 0; round < 3; round += 1) {
        await using far = await open({ url: proxy.url, leaseMs: 500 });
        const { member, takes } = await join(far.log, what);
        // It is a member, and has the partition.
        await near.log.append(what, 0, numbers(n + 1, 1));
        n += 1;
        const some = await takes(1);
        count(some);
        for (const entry of some) assert.ok(await member.settle(entry, done));
        await append();
        proxy.dropReplies();
        const taking = member.take(10);
        await eventually(async () => {
          assert.ok(((await near.log.groups(what))[0]?.pending ?? 0) > 0);
        }, patient);
        // What was handed out, and what was to be told with it, is trimmed.
        await append();
        const closing = far.transport.close(1_000);
        count(await taking);
        await closing;
        proxy.reset();
        proxy.pass();
      }
      const last = await join(near.log, what);
      await eventually(async () => {
        const taken = await last.member.take(100);
        count(taken);
        last.member.done(taken);
        assert.deepEqual([told + handled, (await near.log.groups(what))[0]?.pending], [n, 0]);
      }, patient);
      assert.ok(told > 500);
      await last.member.leave(5_000);
      await eventually(async () => assert.deepEqual(await raw.keys('*:gaps:*'), []), patient);
    });
  }

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

  test('treats as lost what it holds when it could not renew its lease, before it does anything else, and goes on', async () => {
    await using server = await startRedis();
    await using proxy = await startProxy({ to: server });
    await using bus = await open({ url: proxy.url, leaseMs: 400 });
    await using near = await open({ url: server.url, leaseMs: 400 });
    const what = channel();
    await near.log.append(what, 0, numbers(1, 1));
    const { takes, member, told } = await join(bus.log, what);
    const [entry] = await takes(1);
    assert.ok(entry);
    assert.ok(member.holds(entry));
    standStill(700);
    assert.deepEqual(told.events, []);
    assert.ok(!member.holds(entry));
    assert.deepEqual(told.events, ['lost 0']);
    assert.equal(await member.settle(entry, done), false);
    const [again] = await takes(1);
    assert.ok(again);
    assert.deepEqual([numbersIn(again), again.deliveries], [[1], 2]);
    proxy.blackhole();
    await eventually(() => assert.deepEqual(told.events, ['lost 0', 'lost 0']), patient);
    const other = await join(near.log, what);
    const [taken] = await other.takes(1);
    assert.equal(taken?.deliveries, 3);
    assert.ok(taken);
    assert.equal(await other.member.settle(taken, done), true);
    proxy.pass();
    await near.log.append(what, 0, numbers(2, 1));
    await other.member.leave(500);
    const [next] = await takes(1);
    assert.ok(next);
    assert.deepEqual(numbersIn(next), [2]);
  });

  test('begins nothing that was handed out to it before its process stood still for longer than its lease', async () => {
    await using server = await startRedis();
    await using bus = new RedisBus({ url: server.url, leaseMs: 400 });
    const stood = defineChannel('still.stood', z.object({ n: z.int() }), { delivery: 'durable' });
    const begun: [number, number][] = [];
    await bus.publishMany(stood, [{ n: 1 }, { n: 2 }, { n: 3 }]);
    await bus.subscribe(
      stood,
      ({ data, attempt }) => {
        begun.push([data.n, attempt]);
        if (begun.length === 1) standStill(700);
      },
      { group: 'g', from: 'start' },
    );
    await eventually(async () => assert.deepEqual(begun.length, 4), patient);
    // What had begun is begun anew, the second time, with what comes after it.
    assert.deepEqual(begun, [
      [1, 1],
      [1, 2],
      [2, 2],
      [3, 2],
    ]);
  });

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
