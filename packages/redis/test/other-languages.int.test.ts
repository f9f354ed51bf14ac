import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { eventually } from '@tidings/core/testing';
import { RedisBus } from '@tidings/redis';
import { useRedis } from '@tidings/test-redis';
import { afterAll, expect, test } from 'vitest';
import { listenTo, numbered, receive } from './numbered.js';

const server = await useRedis();
afterAll(() => server.stop());

/** A Python that has the package `redis`, as Debian's python3-redis brings it. */
const python = ['python3', '/usr/bin/python3'].find(
  (program) => spawnSync(program, ['-c', 'import redis']).status === 0,
);

/** Stands in docs/redis.md. */
const script = `
import json, os, redis

client = redis.Redis.from_url(os.environ["REDIS_URL"])
pubsub = client.pubsub(ignore_subscribe_messages=True)
pubsub.subscribe("python:test.numbered")
print("subscribed", flush=True)
for message in pubsub.listen():
    if message["type"] != "message":
        continue
    events = json.loads(message["data"])
    for event in events if isinstance(events, list) else [events]:
        print(json.dumps(event), flush=True)
        client.publish("python:test.other", json.dumps({
            "specversion": "1.0", "id": "from-python", "source": "/python",
            "type": "test.other", "data": event["data"],
        }))
    break
`;

test.runIf(python !== undefined)(
  'a Python client reads an event as plain CloudEvents JSON, and answers with one',
  async () => {
    const { other } = await import('./numbered.js');
    await using bus = new RedisBus({ url: server.url, prefix: 'python:', source: '/typescript' });
    const told = listenTo(bus);
    await receive(bus, told, other);
    const child = spawn(python as string, ['-c', script], { env: { ...process.env, REDIS_URL: server.url } });
    const lines: string[] = [];
    const complaints: Buffer[] = [];
    child.stderr.on('data', (data: Buffer) => complaints.push(data));
    createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
    await eventually(() => assert.deepEqual(lines, ['subscribed'], String(complaints)));
    const { id } = await bus.publish(numbered, { n: 7 });
    await eventually(() => assert.equal(lines.length, 2, String(complaints)));
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      specversion: '1.0',
      id,
      source: '/typescript',
      type: 'test.numbered',
      data: { n: 7 },
      dataversion: 1,
      sequence: '0000000000000001',
    });
    await eventually(() => assert.deepEqual(told.received, [7]));
    if (child.exitCode === null) await once(child, 'exit');
    assert.equal(child.exitCode, 0);
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
