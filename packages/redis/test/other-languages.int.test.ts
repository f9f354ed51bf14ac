import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { defineChannel } from '@tidings/core/define';
import { eventually } from '@tidings/core/testing';
import { RedisBus } from '@tidings/redis';
import { useRedis } from '@tidings/test-redis';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { numbered } from './numbered.js';

const server = await useRedis();
afterAll(() => server.stop());

/** A Python that has the package `redis`, as Debian's python3-redis brings it. */
const python = ['python3', '/usr/bin/python3'].find(
  (program) => spawnSync(program, ['-c', 'import redis']).status === 0,
);

/** The program that stands in the README. */
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const script = /^```python\n([\s\S]*?)^```$/m.exec(readme)?.[1] ?? '';

test.runIf(python !== undefined)(
  'the Python program of the README reads an event as plain CloudEvents JSON, and answers with one',
  async () => {
    const placed = defineChannel('order.placed', z.object({ orderId: z.string(), total: z.number() }));
    const seen = defineChannel('order.seen', z.object({ orderId: z.string() }));
    await using bus = new RedisBus({ url: server.url, prefix: 'python:', source: '/typescript' });
    const answers: unknown[] = [];
    await bus.subscribe(seen, ({ id, source, data }) => void answers.push({ id, source, data }));
    const child = spawn(python as string, ['-u', '-c', script.replaceAll('tidings:', 'python:')], {
      env: { ...process.env, REDIS_URL: server.url },
    });
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => printed.push(data));
    try {
      await eventually(async () => {
        const [, subscribers] = (await server.client().call('PUBSUB', 'NUMSUB', 'python:order.placed')) as unknown[];
        assert.equal(subscribers, 1, String(Buffer.concat(printed)));
      });
      const [first, second] = await bus.publishMany(placed, [
        { orderId: 'o-1', total: 12.5 },
        { orderId: 'o-2', total: 1 },
      ]);
      await eventually(() =>
        assert.deepEqual(answers, [
          { id: first?.id, source: '/python', data: { orderId: 'o-1' } },
          { id: second?.id, source: '/python', data: { orderId: 'o-2' } },
        ]),
      );
      assert.match(String(Buffer.concat(printed)), /^\S+-1 \{'orderId': 'o-1', 'total': 12\.5\}/);
    } finally {
      child.kill();
    }
  },
);

test('what is on the wire is one JSON object, or a list of them, as redis-cli shows it', async () => {
  await using bus = new RedisBus({ url: server.url, prefix: 'cli:', source: '/typescript' });
  const seen: string[] = [];
  const raw = server.client();
  await raw.subscribe('cli:test.numbered');
  raw.on('message', (_channel, message) => seen.push(message));
  await bus.publish(numbered, { n: 1 });
  await bus.publishMany(numbered, [{ n: 2 }, { n: 3 }]);
  await eventually(() => assert.equal(seen.length, 2));
  const [lone, batch] = seen.map((text) => JSON.parse(text) as unknown);
  expect(lone).toMatchObject({ type: 'test.numbered', data: { n: 1 } });
  expect(batch).toMatchObject([{ data: { n: 2 } }, { data: { n: 3 } }]);
  raw.disconnect();
});
