import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { eventually } from '@tidings/core/testing';
import { type RedisServer, startCluster, startRedis } from '@tidings/test-redis';
import { describe, expect, test } from 'vitest';
import { channel, done, join, numbers, type Opened, open, read } from './log-world.js';

/** What the README lists, as it stands there. */
function listed(after: string): readonly string[] {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const from = readme.indexOf(after);
  assert.ok(from >= 0, after);
  const lines = readme.slice(from).split('\n').slice(1);
  const start = lines.findIndex((line) => line.startsWith('    '));
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('    '));
  return lines
    .slice(start, end)
    .join(' ')
    .split(/\s+/)
    .filter((word) => /^[+~]/.test(word));
}

const broadcast = ['resetchannels', '&tidings:*', '-@all', '+client|setname'];
const classic = [...broadcast, '+publish', '+subscribe', '+unsubscribe'];
const sharded = [
  ...broadcast,
  '+client|info',
  '+cluster|slots',
  '+command|info',
  '+spublish',
  '+ssubscribe',
  '+sunsubscribe',
];

async function allow(server: RedisServer, rights: readonly string[]): Promise<void> {
  await server.client().call('ACL', 'SETUSER', 'app', 'reset', 'on', '>correct-horse', ...rights);
}

/** Everything that a log does. */
async function useAll(bus: Opened): Promise<void> {
  const what = channel({ keyed: true, maxCount: 20, maxAgeMs: 60_000 });
  for (let n = 1; n <= 30; n += 1) await bus.log.append(what, 3, numbers(n, 1, [`k${n}`]));
  const a = await join(bus.log, what, { version: 1 });
  const cursor = await read(bus.log, what, { sinceMs: 0, partitions: new Map() });
  await read(bus.log, what, 'new');
  await cursor.takes(3);
  const [one, two, three, four] = await a.takes(4);
  assert.ok(one && two && three && four);
  a.member.done([one]);
  assert.ok(await a.member.settle(two, { ...done, done: false, notes: 'x' }));
  assert.ok(
    await a.member.settle(two, { ...done, dead: [{ event: '{}', eventId: 'e', reason: 'r', code: 'c', attempts: 1 }] }),
  );
  assert.ok(await a.member.settle(three, { ...done, parked: [{ event: '{"n":0}', minReader: 2 }] }));
  a.member.release([four]);
  const b = await join(bus.log, what, { version: 2 });
  await eventually(() => assert.ok(a.told.events.includes('revoked 3')));
  a.member.yield(3);
  const [parked] = await b.takes(1);
  assert.ok(parked?.parked);
  assert.ok(await b.member.settle(parked, done));
  const [letter] = await bus.log.deadLetters(what, { limit: 5 });
  assert.equal(await bus.log.redrive(what, [letter?.id ?? '']), 1);
  assert.equal(await bus.log.discard(what, [letter?.id ?? '']), 0);
  await b.takes(2);
  await a.member.leave(1_000);
  await b.member.leave(1_000);
  await cursor.reader.close();
  assert.equal((await bus.log.groups(what)).length, 1);
  await bus.log.resetGroup(what, 'g', 'start');
  assert.equal(await bus.log.deleteGroup(what, 'g'), true);
  for (const { told } of [a, b, cursor]) assert.deepEqual(told.failed, []);
}

test('the README lists what the scripts use, and nothing else', () => {
  const folder = new URL('../src/log/scripts/', import.meta.url);
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const calls = sources.flatMap((source) => [...source.matchAll(/redis\.p?call\('([A-Z]+)'(?:, '([A-Z]+)')?/g)]);
  const used = calls.map(([, command = '', sub]) =>
    ['XGROUP', 'XINFO'].includes(command) ? `+${command}|${sub}`.toLowerCase() : `+${command.toLowerCase()}`,
  );
  assert.deepEqual(
    [...new Set([...used, '~tidings:*', '+evalsha', '+eval'])].sort(),
    [...listed('durable channels')].sort(),
  );
});

describe('a user of Redis with no more rights than the README lists', () => {
  test('has all of durable channels on a single server', async () => {
    await using server = await startRedis();
    await allow(server, [...classic, ...listed('durable channels')]);
    await using bus = await open({ url: `redis://app:correct-horse@127.0.0.1:${server.port}`, leaseMs: 300 });
    await useAll(bus);
    assert.deepEqual(bus.told.failed, []);
    assert.deepEqual(await server.client().call('ACL', 'LOG'), []);
  });

  test('has all of durable channels in a Cluster', async () => {
    await using cluster = await startCluster({ masters: 3 });
    for (const node of cluster.nodes) await allow(node, [...sharded, ...listed('durable channels')]);
    const nodes = cluster.nodes.map(({ host, port }) => ({ host, port }));
    await using bus = await open({
      cluster: { nodes },
      redis: { username: 'app', password: 'correct-horse' },
      leaseMs: 300,
    });
    await useAll(bus);
    assert.deepEqual(bus.told.failed, []);
    for (const node of cluster.nodes) assert.deepEqual(await node.client().call('ACL', 'LOG'), []);
  });
});

describe('a user of Redis who may not', () => {
  const rights = [...classic, ...listed('durable channels')];
  for (const missing of ['+xadd', '+evalsha', '+eval', '+xreadgroup']) {
    test(`use ${missing.slice(1)} is told so, without a trace of what it was about`, async () => {
      await using server = await startRedis();
      await allow(
        server,
        rights.filter((right) => right !== missing),
      );
      await using bus = await open({ url: `redis://app:correct-horse@127.0.0.1:${server.port}` });
      const what = channel();
      const error =
        missing === '+xreadgroup'
          ? await joinAndFail(bus, what)
          : await Promise.resolve(bus.log.append(what, 0, [{ events: ['{"n":987654321}'] }])).then(
              () => assert.fail(),
              (reason: unknown) => reason,
            );
      assert.equal((error as { code: string }).code, 'permission_denied');
      expect((error as Error).message).toMatch(/the README lists what the bus needs/);
      assert.ok(!/987654321|correct-horse/.test(inspect(error, { depth: 20, showHidden: true })));
    });
  }
});

async function joinAndFail(bus: Opened, what: ReturnType<typeof channel>): Promise<unknown> {
  await bus.log.append(what, 0, numbers(1, 1));
  const { member, told } = await join(bus.log, what);
  await member.take(1);
  await eventually(() => assert.ok(told.failed.length > 0));
  return told.failed[0];
}
