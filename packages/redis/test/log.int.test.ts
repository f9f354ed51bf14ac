import assert from 'node:assert/strict';
import { eventually } from '@tidings/core/testing';
import { readLogId } from '@tidings/core/transport';
import { useRedis } from '@tidings/test-redis';
import { afterAll, describe, test } from 'vitest';
import { channel, done, fresh, join, numbers, numbersIn, open, read } from './log-world.js';

const server = await useRedis();
afterAll(() => server.stop());
const url = server.url;
const world = (): { url: string; prefix: string } => ({ url, prefix: `${fresh('w')}:` });

describe('a log in Redis', () => {
  test('keeps what is appended, in order, with numbers without a hole, for a group', async () => {
    await using bus = await open(world());
    const what = channel();
    await bus.log.append(what, 0, numbers(1, 1));
    await bus.log.append(what, 0, numbers(2, 3));
    const { told, takes, member } = await join(bus.log, what);
    await bus.log.append(what, 0, numbers(5, 1));
    await takes(3);
    assert.deepEqual(told.numbers, [1, 2, 3, 4, 5]);
    assert.deepEqual(
      told.taken.map(({ id }) => [readLogId(id).lastOffset, readLogId(id).count]),
      [
        [1, 1],
        [4, 3],
        [5, 1],
      ],
    );
    assert.ok(
      told.taken.every(({ deliveries, missedBefore, notes }) => deliveries === 1 && missedBefore === 0 && !notes),
    );
    assert.deepEqual(await member.take(10), []);
    member.done(told.taken);
    await eventually(async () =>
      assert.deepEqual(await bus.log.groups(what), [{ name: 'g', waiting: 0, pending: 0, parked: 0, members: 1 }]),
    );
    await member.leave(1_000);
    assert.deepEqual(await bus.log.groups(what), [{ name: 'g', waiting: 0, pending: 0, parked: 0, members: 0 }]);
  });

  test('stores what has a key of its own once, also within one batch', async () => {
    await using bus = await open(world());
    await using other = await open(world());
    void other;
    const what = channel();
    await bus.log.append(what, 0, numbers(1, 3, ['a', undefined, 'a']));
    await bus.log.append(what, 0, numbers(4, 1, ['a']));
    await bus.log.append(what, 0, numbers(5, 2, ['b', 'a']));
    const { told, takes } = await join(bus.log, what);
    await takes(2);
    assert.deepEqual(told.numbers, [1, 2, 5]);
    assert.equal(readLogId(told.taken[1]?.id ?? '').lastOffset, 3);
  });

  test('appends several batches at once, each as an entry, without what was stored before', async () => {
    await using bus = await open(world());
    const what = channel();
    await bus.log.append(what, 0, [...numbers(1, 2), ...numbers(3, 1, ['a']), ...numbers(4, 3, [undefined, 'a', 'b'])]);
    await bus.log.append(what, 0, [...numbers(7, 2, ['a', 'b']), ...numbers(9, 1)]);
    const { told, takes } = await join(bus.log, what);
    await takes(4);
    assert.deepEqual(told.taken.map(numbersIn), [[1, 2], [3], [4, 6], [9]]);
    assert.deepEqual(
      told.taken.map(({ id }) => readLogId(id).lastOffset),
      [2, 3, 5, 6],
    );
  });

  test('carries long texts as they are, in whatever language, and many at a time', async () => {
    await using bus = await open(world());
    const what = channel();
    const texts = ['a', 'ä', '茶', '🫖', '"\\u2028'].map((each) => JSON.stringify({ n: 1, text: each.repeat(20_000) }));
    await Promise.all(texts.map((text) => bus.log.append(what, 0, [{ events: [text] }])));
    await Promise.all(texts.map((text) => bus.log.append(what, 0, [{ events: [text] }, { events: texts }])));
    const { told, takes } = await join(bus.log, what);
    await takes(3 * texts.length);
    const payloads = told.taken.map(({ payload }) => Buffer.from(payload as Uint8Array).toString());
    const batch = `[${texts.join(',')}]`;
    assert.deepEqual(payloads.sort(), [...texts, ...texts, ...texts.map(() => batch)].sort());
  });

  test('shares entries among members, and gives back what one leaves, with notes and as often as it was handed out', async () => {
    await using bus = await open(world());
    const what = channel();
    const [a, b] = [await join(bus.log, what), await join(bus.log, what)];
    for (let n = 1; n <= 4; n += 1) await bus.log.append(what, 0, numbers(n, 1));
    const [one, two] = await a.takes(2);
    const [three] = await b.takes(1);
    assert.deepEqual(
      [one, two, three].flatMap((entry) => entry && numbersIn(entry)),
      [1, 2, 3],
    );
    assert.ok(one && two);
    assert.equal(await a.member.settle(one, { ...done, done: false, notes: 'tried' }), true);
    a.member.release([two]);
    const again = await b.takes(2);
    assert.deepEqual(again.map((entry) => [...numbersIn(entry), entry.deliveries]).sort(), [
      [2, 1],
      [4, 1],
    ]);
    await a.member.leave(1_000);
    const [left] = await b.takes(1);
    assert.ok(left);
    assert.deepEqual([numbersIn(left), left.notes, left.deliveries], [[1], 'tried', 1]);
    assert.equal(await a.member.settle(one, done), false);
    assert.equal(await b.member.settle(left, done), true);
    assert.equal(await b.member.settle(left, done), false);
  });

  test('is read by cursor: from the start, from now on, from a place, from a time; live, with nothing lost or repeated', async () => {
    await using bus = await open(world());
    const what = channel({ keyed: true });
    const partitions = [0, 1, 2, 3, 4, 5, 6, 7];
    for (const partition of partitions) await bus.log.append(what, partition, numbers(partition * 100, 2));
    const all = await read(bus.log, what, 'start');
    const fromNow = await read(bus.log, what, 'new');
    assert.ok([...all.reader.begins.values()].every((id) => id === '0-0'));
    await all.takes(8);
    for (const partition of partitions) await bus.log.append(what, partition, numbers(partition * 100 + 2, 1));
    await all.takes(8);
    await fromNow.takes(8);
    assert.deepEqual(
      [...fromNow.told.numbers].sort((x, y) => x - y),
      partitions.map((partition) => partition * 100 + 2),
    );
    for (const partition of partitions) {
      const ofIt = all.told.taken.filter((entry) => entry.partition === partition);
      assert.deepEqual(
        ofIt.flatMap(numbersIn),
        [0, 1, 2].map((n) => partition * 100 + n),
      );
    }
    const first = all.told.taken.find(({ partition }) => partition === 3);
    assert.ok(first);
    const at = (inclusive: boolean) => ({
      sinceMs: Date.now() + 60_000,
      partitions: new Map(
        partitions.map((p) => {
          const ofIt = all.told.taken.filter((entry) => entry.partition === p);
          return [p, { id: ofIt[0]?.id ?? '', inclusive }] as const;
        }),
      ),
    });
    const resumed = await read(bus.log, what, at(false));
    assert.equal(resumed.reader.begins.get(3), first.id);
    await resumed.takes(8);
    const again = await read(bus.log, what, at(true));
    await again.takes(16);
    assert.equal(again.told.numbers.length, 24);
    assert.ok([...resumed.told.taken, ...again.told.taken].every(({ missedBefore }) => missedBefore === 0));
    const since = await read(bus.log, what, { sinceMs: readLogId(first.id).ms, partitions: new Map() });
    await since.takes(8);
    assert.ok(since.told.taken.every(({ missedBefore }) => missedBefore === 0));
  });

  test('tells exactly how many events were removed before a group or reader got them, also of what was pending', async () => {
    await using bus = await open(world());
    const what = channel({ maxCount: 10 });
    await bus.log.append(what, 0, numbers(1, 2));
    const late = await join(bus.log, what, { group: 'late' });
    const holder = await join(bus.log, what, { group: 'holder' });
    const reader = await read(bus.log, what, 'start');
    await holder.takes(1);
    for (let n = 3; n <= 52; n += 1) await bus.log.append(what, 0, numbers(n, 1));
    const kept = Number(await server.client().xlen([...(await server.client().keys(`*log:${what.name}`))][0] ?? ''));
    assert.ok(kept >= 10 && kept <= 11, String(kept));
    await late.takes(kept);
    assert.deepEqual([late.told.taken[0]?.missedBefore, late.told.numbers[0]], [52 - kept, 53 - kept]);
    await reader.takes(kept);
    assert.equal(reader.told.taken[0]?.missedBefore, 52 - kept);
    // What it held is gone, and it was told nothing: it has it in hand.
    await holder.takes(kept);
    assert.equal(holder.told.taken[1]?.missedBefore, 50 - kept);
    await holder.member.leave(1_000);
    const next = await join(bus.log, what, { group: 'holder' });
    await next.takes(kept);
    assert.deepEqual(
      next.told.numbers,
      Array.from({ length: kept }, (_, at) => 53 - kept + at),
    );
    assert.deepEqual(
      next.told.taken.map(({ missedBefore }) => missedBefore),
      [2, ...Array.from({ length: kept - 1 }, () => 0)],
    );
    await bus.log.append(what, 0, numbers(53, 1));
    const [last] = await next.takes(1);
    assert.equal(last?.missedBefore, 0);
    const fresh = await join(bus.log, what, { group: 'fresh' });
    await fresh.takes(1);
    assert.equal(fresh.told.taken[0]?.missedBefore, 0);
    for (const { told } of [late, holder, next, fresh, reader]) assert.deepEqual(told.failed, []);
  });
});
