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

const worlds = [
  { keyed: true, trims: false, seed: 7 },
  { keyed: false, trims: false, seed: 8 },
  { keyed: true, trims: true, seed: 9 },
  { keyed: false, trims: true, seed: 10 },
];

for (const { keyed, trims, seed } of worlds) {
  const law = trims ? 'all that is not handled is told' : 'all is handled';
  const circumstances = `${keyed ? 'with' : 'without'} a key${trims ? ', while the oldest are trimmed' : ''}`;
  test(`${circumstances}, whatever happens to connections, members and scripts: ${law}, nothing stays behind, and each partition is begun in order`, async () => {
    await using server = await startRedis();
    await using proxy = await startProxy({ to: server });
    const raw = server.client();
    const random = seeded(seed);
    const settings = { leaseMs: 700, heartbeatMs: 100 };
    const buses = await Promise.all([
      open({ url: server.url, ...settings }),
      open({ url: proxy.url, ...settings }),
      open({ url: proxy.url, ...settings }),
    ]);
    const what = channel(trims ? { keyed, maxCount: 20 } : { keyed });
    const partitions = keyed ? [0, 1, 2, 3, 4, 5, 6, 7] : [0];
    const handled = partitions.map((): number[] => []);
    const missed = partitions.map(() => 0);
    let atWork = true;
    const workers = new Set<{ stop: () => Promise<void> }>();

    const hire = async (): Promise<void> => {
      const bus = buses[random(buses.length)];
      assert.ok(bus);
      const { member, told } = await join(bus.log, what);
      let stopped = false;
      let seen = 0;
      const running = (async () => {
        while (!stopped) {
          const taken = atWork ? await member.take(20) : [];
          for (const entry of taken) {
            missed[entry.partition] = (missed[entry.partition] ?? 0) + entry.missedBefore;
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
    const appendOne = async (partition: number): Promise<void> => {
      await buses[partition % 3]?.log.append(what, partition, numbers((counts[partition] ?? 0) + 1, 1));
      counts[partition] = (counts[partition] ?? 0) + 1;
    };
    const publishing = partitions.map(async (partition) => {
      while (appending) {
        await appendOne(partition);
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
        if (!trims) return;
        atWork = false;
        await new Promise((resolve) => setTimeout(resolve, random(300)));
        atWork = true;
      },
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
      // What was trimmed is told with the next event.
      if (trims) await Promise.all(partitions.map(appendOne));
      await eventually(async () => {
        const [group] = await (buses[0] as (typeof buses)[0]).log.groups(what);
        assert.deepEqual([group?.waiting, group?.pending], [0, 0], JSON.stringify(group));
      }, patient);
      assert.deepEqual(await raw.keys('*:gaps:*'), []);
    }, patient);
    for (const [partition, all] of handled.entries()) {
      const firsts = [...new Set(all)];
      const inOrder = [...firsts].sort((a, b) => a - b);
      if (keyed) assert.deepEqual(firsts, inOrder);
      const count = counts[partition] ?? 0;
      if (trims)
        assert.ok(
          firsts.length + (missed[partition] ?? 0) >= count,
          `${partition}: ${firsts.length} ${missed[partition]} ${count}`,
        );
      else
        assert.deepEqual(
          inOrder,
          Array.from({ length: count }, (_, at) => at + 1),
        );
    }
    assert.equal(
      missed.some((count) => count > 0),
      trims,
    );
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
