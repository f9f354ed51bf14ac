import assert from 'node:assert/strict';
import { eventually } from '@tidings/core/testing';
import type { LogEntry } from '@tidings/core/transport';
import { startProxy, startRedis } from '@tidings/test-redis';
import { describe, test } from 'vitest';
import { channel, done, join, numbers, numbersIn, open, read, takeUntil } from './log-world.js';

const patient = { timeoutMs: 30_000 };

describe('a log that loses something', () => {
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
});
