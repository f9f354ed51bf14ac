import assert from 'node:assert/strict';
import { eventually } from '@tidings/core/testing';
import { startProxy, startRedis } from '@tidings/test-redis';
import { test } from 'vitest';
import { channel, join, numbers, numbersIn, open } from './log-world.js';

const patient = { timeoutMs: 40_000 };
const rounds = 40;

/** Numbers that look random, the same each time. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

for (const keyed of [true, false]) {
  test(`${keyed ? 'with' : 'without'} a key, whatever happens to connections, members and scripts: all is handled, nothing stays behind, and each partition is begun in order`, async () => {
    await using server = await startRedis();
    await using proxy = await startProxy({ to: server });
    const raw = server.client();
    const random = seeded(keyed ? 7 : 8);
    const settings = { leaseMs: 700, heartbeatMs: 100 };
    const buses = await Promise.all([
      open({ url: server.url, ...settings }),
      open({ url: proxy.url, ...settings }),
      open({ url: proxy.url, ...settings }),
    ]);
    const what = channel({ keyed });
    const partitions = keyed ? [0, 1, 2, 3, 4, 5, 6, 7] : [0];
    const handled = partitions.map((): number[] => []);
    const workers = new Set<{ stop: () => Promise<void> }>();

    const hire = async (): Promise<void> => {
      const bus = buses[random(buses.length)];
      assert.ok(bus);
      const { member, told } = await join(bus.log, what);
      let stopped = false;
      let seen = 0;
      const running = (async () => {
        while (!stopped) {
          const taken = await member.take(20);
          for (const entry of taken) {
            handled[entry.partition]?.push(...numbersIn(entry));
            member.done([entry]);
          }
          for (; seen < told.events.length; seen += 1) {
            const [happened, partition] = (told.events[seen] ?? '').split(' ');
            if (happened === 'revoked') member.yield(Number(partition));
          }
          if (taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
        }
      })();
      workers.add({
        stop: async () => {
          stopped = true;
          await member.leave(5_000);
          await running;
        },
      });
    };

    const counts = partitions.map(() => 0);
    let appending = true;
    const publishing = partitions.map(async (partition) => {
      while (appending) {
        await buses[partition % 3]?.log.append(what, partition, numbers((counts[partition] ?? 0) + 1, 1));
        counts[partition] = (counts[partition] ?? 0) + 1;
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
    });
    await hire();
    await hire();
    const happenings: (() => unknown)[] = [
      () => raw.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'),
      () => raw.call('CLIENT', 'KILL', 'TYPE', 'pubsub'),
      () => raw.script('FLUSH'),
      () => proxy.reset(),
      async () => {
        proxy.dropReplies();
        await new Promise((resolve) => setTimeout(resolve, random(60)));
        proxy.pass();
      },
      async () => {
        // Somebody is taken for dead.
        const [key = ''] = await raw.keys('*:members');
        const members = await raw.zrange(key, '0', '-1');
        const unlucky = members[random(members.length)];
        if (unlucky !== undefined) await raw.zadd(key, '1', unlucky);
      },
      () => (workers.size < 6 ? hire() : undefined),
      async () => {
        const worker = [...workers][random(workers.size)];
        if (workers.size < 2 || worker === undefined) return;
        workers.delete(worker);
        await worker.stop();
      },
    ];
    for (let round = 0; round < rounds; round += 1) {
      await happenings[random(happenings.length)]?.();
      await new Promise((resolve) => setTimeout(resolve, random(120)));
    }
    appending = false;
    await Promise.all(publishing);
    await eventually(async () => {
      const [group] = await (buses[0] as (typeof buses)[0]).log.groups(what);
      assert.deepEqual([group?.waiting, group?.pending], [0, 0], JSON.stringify(group));
    }, patient);
    for (const [partition, all] of handled.entries()) {
      const firsts = [...new Set(all)];
      const expected = Array.from({ length: counts[partition] ?? 0 }, (_, at) => at + 1);
      assert.deepEqual(keyed ? firsts : firsts.sort((a, b) => a - b), expected);
    }
    await Promise.all([...workers].map((worker) => worker.stop()));
    for (const bus of buses) {
      assert.deepEqual(
        bus.told.failed.filter((error) => (error as { code?: string }).code !== 'connection_failed'),
        [],
      );
      await bus[Symbol.asyncDispose]();
    }
    assert.deepEqual(await raw.keys('*:gaps:*'), []);
  });
}
