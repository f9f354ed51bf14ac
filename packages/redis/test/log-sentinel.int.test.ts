import assert from 'node:assert/strict';
import { eventually } from '@tidings/core/testing';
import { startSentinel } from '@tidings/test-redis';
import { afterAll, test } from 'vitest';
import { channel, join, numbers, open } from './log-world.js';

const group = await startSentinel();
afterAll(() => group.stop());
const sentinels = { nodes: group.sentinels, name: group.name };

test('a log behind Sentinels follows a failover: what was replicated is there, and nothing is stored twice', async () => {
  await using bus = await open({ sentinels });
  const what = channel();
  const { member, told, takes } = await join(bus.log, what);
  for (let n = 1; n <= 20; n += 1) await bus.log.append(what, 0, numbers(n, 1));
  member.done(await takes(20));
  await eventually(async () => assert.equal((await bus.log.groups(what))[0]?.pending, 0));
  const before = (await group.master()).port;
  await group.failover();
  assert.notEqual((await group.master()).port, before);
  let n = 20;
  // Until the old master is a replica, Redis loses what it is told: that is no fault of the log.
  await eventually(
    async () => {
      n += 1;
      await bus.log.append(what, 0, numbers(n, 1));
      const raw = (await group.master()).client();
      const [key = ''] = await raw.keys(`*:log:${what.name}`);
      const entries = (await raw.xrange(key, '-', '+')) as [string, string[]][];
      assert.equal((JSON.parse(entries.at(-1)?.[1]?.[1] ?? '{}') as { n?: number }).n, n);
    },
    { timeoutMs: 40_000 },
  );
  await eventually(
    async () => {
      told.taken.push(...(await member.take(100)));
      assert.equal(told.numbers.at(-1), n);
    },
    { timeoutMs: 20_000 },
  );
  const numbersTaken = told.numbers;
  assert.equal(new Set(numbersTaken).size, numbersTaken.length);
  assert.deepEqual(
    numbersTaken,
    [...numbersTaken].sort((x, y) => x - y),
  );
  const clients = String(await (await group.master()).client().call('CLIENT', 'LIST'));
  assert.equal(clients.match(/name=tidings:log/g)?.length, 1);
  assert.deepEqual(told.failed, []);
});
