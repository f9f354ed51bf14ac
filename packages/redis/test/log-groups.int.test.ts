import assert from 'node:assert/strict';
import { eventually } from '@tidings/core/testing';
import type { LogEntry } from '@tidings/core/transport';
import { useRedis } from '@tidings/test-redis';
import { afterAll, describe, test } from 'vitest';
import { channel, done, fresh, join, numbers, numbersIn, open } from './log-world.js';

const server = await useRedis();
afterAll(() => server.stop());
const { url } = server;
const patient = { timeoutMs: 20_000 };

type Member = Awaited<ReturnType<typeof join>>;

/** Takes all the time, gives away what is wanted, and acknowledges if it is told to. */
function works(of: Member, { acknowledges = true }: { acknowledges?: boolean } = {}): { stop: () => Promise<void> } {
  let stopped = false;
  let seen = 0;
  const running = (async () => {
    while (!stopped) {
      const taken = await of.member.take(50);
      of.told.taken.push(...taken);
      if (acknowledges) of.member.done(taken);
      for (; seen < of.told.events.length; seen += 1) {
        const [what, partition] = (of.told.events[seen] ?? '').split(' ');
        if (what === 'revoked') of.member.yield(Number(partition));
      }
      if (taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}

async function ownersOf(prefix: string, name: string): Promise<Map<number, string>> {
  const owners = new Map<number, string>();
  for (let tag = 0; tag < 8; tag += 1) {
    const holder = await server.client().get(`${prefix}{${tag}}:lease:${name}:g`);
    if (holder !== null) owners.set(tag, String(holder));
  }
  return owners;
}

describe('a group of a keyed channel', () => {
  test('shares partitions evenly as members join and leave, in order and once', async () => {
    const prefix = `${fresh('w')}:`;
    await using one = await open({ url, prefix });
    await using two = await open({ url, prefix });
    const what = channel({ keyed: true });
    const a = await join(one.log, what);
    const runs = [works(a)];
    await eventually(async () => assert.equal((await ownersOf(prefix, what.name)).size, 8), patient);
    let n = 0;
    const sent: number[][] = Array.from({ length: 8 }, () => []);
    const append = async (): Promise<void> => {
      n += 1;
      for (let partition = 0; partition < 8; partition += 1) {
        sent[partition]?.push(n);
        await one.log.append(what, partition, numbers(n, 1));
      }
    };
    for (let at = 0; at < 20; at += 1) await append();
    const b = await join(two.log, what);
    runs.push(works(b));
    await eventually(async () => {
      await append();
      const counts = new Map<string, number>();
      for (const holder of (await ownersOf(prefix, what.name)).values())
        counts.set(holder, (counts.get(holder) ?? 0) + 1);
      assert.deepEqual([...counts.values()], [4, 4]);
    }, patient);
    const c = await join(one.log, what);
    runs.push(works(c));
    await eventually(async () => {
      await append();
      assert.equal(new Set((await ownersOf(prefix, what.name)).values()).size, 3);
    }, patient);
    await b.member.leave(1_000);
    await eventually(async () => {
      await append();
      const holders = await ownersOf(prefix, what.name);
      assert.equal(holders.size, 8);
      assert.equal(new Set(holders.values()).size, 2);
    }, patient);
    const taken = (): LogEntry[] => [a, b, c].flatMap(({ told }) => told.taken);
    await eventually(
      async () => assert.equal(new Set(taken().map(({ id, partition }) => `${partition} ${id}`)).size, n * 8),
      patient,
    );
    await Promise.all(runs.map((run) => run.stop()));
    for (const member of [a, b, c]) {
      assert.deepEqual(member.told.failed, []);
      for (let partition = 0; partition < 8; partition += 1) {
        const mine = member.told.taken.filter((entry) => entry.partition === partition).flatMap(numbersIn);
        assert.deepEqual(
          mine,
          [...mine].sort((x, y) => x - y),
        );
      }
    }
  });

  test('takes over what a dead member left, oldest first, before what is new; the dead can neither settle nor read', async () => {
    const prefix = `${fresh('w')}:`;
    await using one = await open({ url, prefix, leaseMs: 400 });
    await using two = await open({ url, prefix, leaseMs: 400 });
    const what = channel({ keyed: true });
    const a = await join(one.log, what);
    for (let n = 1; n <= 4; n += 1) await two.log.append(what, 5, numbers(n, 1));
    const held = (await a.takes(2)) as [LogEntry, LogEntry];
    await a.member.settle(held[0], { ...done, done: false, notes: 'once' });
    await one.transport.log.append(what, 5, numbers(5, 1));
    const b = await join(two.log, what);
    // As if its process had been stopped: its incarnation is over, and nobody told it.
    const raw = server.client();
    await raw.zadd(`${prefix}{5}:members`, 1, (await ownersOf(prefix, what.name)).get(5)?.split(':')[0] ?? '');
    await b.takes(5);
    const left = b.told.taken.slice(0, 2);
    assert.deepEqual(b.told.numbers.slice(0, 2), [1, 2]);
    assert.deepEqual(
      left.map(({ deliveries, notes }) => [deliveries, notes]),
      [
        [2, 'once'],
        [2, undefined],
      ],
    );
    assert.equal(await a.member.settle(held[0], done), false);
    assert.ok(a.told.events.includes('lost 5'));
    assert.equal(await b.member.settle(left[0] as LogEntry, done), true);
    await b.member.leave(500);
    // It has joined anew.
    await a.takes(1);
  });

  test('goes to whoever can read what is parked, which comes first', async () => {
    const prefix = `${fresh('w')}:`;
    await using bus = await open({ url, prefix });
    const what = channel({ keyed: true });
    const old = await join(bus.log, what, { version: 1 });
    await bus.log.append(what, 3, numbers(1, 2));
    const [entry] = (await old.takes(1)) as [LogEntry];
    const parked = [1, 2].map((n) => ({ event: JSON.stringify({ n }), minReader: 2 }));
    assert.equal(await old.member.settle(entry, { done: true, notes: '', dead: [], parked }), true);
    assert.equal(await old.member.settle(entry, { done: true, notes: '', dead: [], parked }), false);
    await bus.log.append(what, 3, numbers(3, 1));
    const working = works(old);
    await eventually(() => assert.deepEqual(old.told.numbers, [1, 2, 3]));
    const [group] = await bus.log.groups(what);
    assert.deepEqual(group, { name: 'g', waiting: 0, pending: 0, parked: 2, members: 1 });
    const young = await join(bus.log, what, { version: 2 });
    const [first, second] = (await young.takes(2)) as [LogEntry, LogEntry];
    await bus.log.append(what, 3, numbers(4, 1));
    await young.takes(1);
    assert.deepEqual(young.told.numbers, [1, 2, 4]);
    assert.deepEqual(
      young.told.taken.map(({ parked }) => parked),
      [true, true, false],
    );
    young.member.done([second]);
    assert.equal(await young.member.settle(first, done), true);
    await eventually(async () => assert.equal((await bus.log.groups(what))[0]?.parked, 0));
    assert.deepEqual(await server.client().keys(`${prefix}*parked*`), []);
    await working.stop();
  });
});

describe('a group', () => {
  test('is joined by twenty at once, and is one', async () => {
    const prefix = `${fresh('w')}:`;
    const what = channel();
    const buses = await Promise.all(Array.from({ length: 20 }, () => open({ url, prefix })));
    const members = await Promise.all(buses.map(({ log }) => join(log, what)));
    const [first] = buses;
    assert.ok(first);
    assert.equal((await first.log.groups(what))[0]?.members, 20);
    for (let n = 1; n <= 40; n += 1) await first.log.append(what, 0, numbers(n, 1));
    const runs = members.map((member) => works(member));
    const all = (): number[] => members.flatMap(({ told }) => told.numbers);
    await eventually(() => assert.equal(all().length, 40), patient);
    assert.equal(new Set(all()).size, 40);
    await Promise.all(runs.map((run) => run.stop()));
    await Promise.all(buses.map((bus) => bus[Symbol.asyncDispose]()));
  });

  test('whose member lost the answer to its take has it handed out again, without counting', async () => {
    const { startProxy, startRedis } = await import('@tidings/test-redis');
    await using own = await startRedis();
    await using proxy = await startProxy({ to: own });
    await using far = await open({ url: proxy.url, leaseMs: 5_000 });
    await using near = await open({ url: own.url, leaseMs: 5_000 });
    const what = channel({ maxCount: 3 });
    await near.log.append(what, 0, numbers(1, 1));
    const { member, told, takes } = await join(far.log, what);
    const held = await takes(1);
    for (let n = 2; n <= 8; n += 1) await near.log.append(what, 0, numbers(n, 1));
    proxy.dropReplies();
    const taking = member.take(10);
    await eventually(async () =>
      assert.ok(
        Number((await own.client().xpending(`tidings:{${await tagOf(own, what.name)}}:log:${what.name}`, 'g'))[0]) > 1,
      ),
    );
    proxy.pass();
    proxy.reset();
    told.taken.push(...(await taking));
    await takes(Math.max(0, 4 - told.taken.length));
    assert.deepEqual(told.numbers, [1, 6, 7, 8]);
    assert.deepEqual(
      told.taken.map(({ deliveries }) => deliveries),
      [1, 1, 1, 1],
    );
    assert.deepEqual(
      told.taken.map(({ missedBefore }) => missedBefore),
      [0, 4, 0, 0],
    );
    member.done(held);
    member.done(told.taken.slice(1));
    await eventually(async () => assert.equal((await near.log.groups(what))[0]?.pending, 0));
    assert.deepEqual(await own.client().keys('*gaps*'), []);
    assert.deepEqual(told.events, []);
  });

  test('keeps dead letters, which are listed, driven anew and discarded', async () => {
    await using bus = await open({ url, prefix: `${fresh('w')}:` });
    const what = channel({ keyed: true });
    const { member, takes } = await join(bus.log, what);
    for (const partition of [1, 6]) await bus.log.append(what, partition, numbers(partition, 2));
    for (const entry of await takes(2)) {
      const dead = numbersIn(entry).map((n) => ({
        event: JSON.stringify({ n }),
        eventId: `e${n}`,
        reason: 'it failed',
        code: 'handler_failed',
        attempts: 3,
      }));
      assert.equal(await member.settle(entry, { done: true, notes: '', dead, parked: [] }), true);
    }
    const letters = await bus.log.deadLetters(what, { limit: 3 });
    assert.equal(letters.length, 3);
    const rest = await bus.log.deadLetters(what, { limit: 10, after: letters[2]?.id });
    assert.equal(rest.length, 1);
    const all = [...letters, ...rest];
    assert.deepEqual(all.map(({ eventId }) => eventId).sort(), ['e1', 'e2', 'e6', 'e7']);
    assert.ok(
      all.every(
        ({ group, code, attempts, reason, at }) =>
          group === 'g' && code === 'handler_failed' && attempts === 3 && reason === 'it failed' && at > 1e12,
      ),
    );
    assert.deepEqual(await bus.log.deadLetters(what, { limit: 10, group: 'other' }), []);
    const ids = all.map(({ id }) => id);
    assert.equal(await bus.log.redrive(what, ids.slice(0, 2)), 2);
    assert.equal(await bus.log.discard(what, ids), 2);
    const again = await takes(2);
    assert.ok(again.every(({ parked, deliveries }) => parked && deliveries === 1));
    member.done(again);
    await eventually(async () => assert.equal((await bus.log.groups(what))[0]?.parked, 0));
    assert.deepEqual(await bus.log.deadLetters(what, { limit: 10 }), []);
  });

  test('is reset and deleted only without live members', async () => {
    await using bus = await open({ url, prefix: `${fresh('w')}:` });
    const what = channel();
    for (let n = 1; n <= 5; n += 1) await bus.log.append(what, 0, numbers(n, 1));
    const first = await join(bus.log, what);
    const taken = await first.takes(5);
    const code = async (promise: Promise<unknown>): Promise<string> => {
      const error = await promise.then(
        () => assert.fail('it did not reject'),
        (reason: { code: string }) => reason,
      );
      return error.code;
    };
    assert.equal(await code(bus.log.resetGroup(what, 'g', 'start')), 'in_use');
    assert.equal(await code(bus.log.deleteGroup(what, 'g')), 'in_use');
    assert.equal(await code(bus.log.resetGroup(what, 'nobody', 'start')), 'not_found');
    assert.equal(await bus.log.deleteGroup(what, 'nobody'), false);
    await first.member.leave(1_000);
    assert.equal((await bus.log.groups(what))[0]?.pending, 5);
    const place = { sinceMs: 0, partitions: new Map([[0, { id: taken[2]?.id ?? '', inclusive: true }]]) };
    await bus.log.resetGroup(what, 'g', place);
    const second = await join(bus.log, what, { startAt: 'new' });
    await second.takes(3);
    assert.deepEqual(second.told.numbers, [3, 4, 5]);
    assert.ok(second.told.taken.every(({ missedBefore, deliveries }) => missedBefore === 0 && deliveries === 1));
    await second.member.leave(1_000);
    await bus.log.resetGroup(what, 'g', 'new');
    assert.deepEqual(await bus.log.groups(what), [{ name: 'g', waiting: 0, pending: 0, parked: 0, members: 0 }]);
    assert.equal(await bus.log.deleteGroup(what, 'g'), true);
    assert.deepEqual(await bus.log.groups(what), []);
  });

  test('is told when a bus has another number of partitions, or another kind of channel', async () => {
    const prefix = `${fresh('w')}:`;
    await using eight = await open({ url, prefix });
    await using four = await open({ url, prefix, partitions: 4 });
    const what = channel({ keyed: true });
    await eight.log.append(what, 0, numbers(1, 1));
    for (const attempt of [
      () => four.log.append(what, 0, numbers(2, 1)),
      () => join(four.log, what),
      () => four.log.read(what, 'start', { available() {}, lost() {}, revoked() {}, reset() {}, failed() {} }),
    ]) {
      await assert.rejects(async () => attempt(), {
        code: 'invalid_option',
        message: /with 8 partitions, and this bus has 4/,
      });
    }
    await assert.rejects(async () => eight.log.append({ ...what, keyed: false }, 0, numbers(2, 1)), {
      code: 'invalid_option',
    });
  });
});

async function tagOf(
  own: { client: () => { keys: (pattern: string) => Promise<string[]> } },
  name: string,
): Promise<string> {
  const [key = ''] = await own.client().keys(`*:log:${name}`);
  return /\{(\d+)\}/.exec(key)?.[1] ?? '';
}
