import assert from 'node:assert/strict';
import { cp, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isTidingsError, MemoryBus, MemoryHub } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import { eventually } from '@tidings/core/testing';
import { afterAll, beforeAll, test } from 'vitest';
import { z } from 'zod';

// npm may install two copies of a package: here a channel comes from one, the bus and the error guard from the other.
const copy = new URL('../dist-copy/', import.meta.url);
let other: { readonly defineChannel: typeof defineChannel; readonly MemoryBus: typeof MemoryBus };

beforeAll(async () => {
  await cp(new URL('../dist/', import.meta.url), copy, { recursive: true });
  const [define, root] = await Promise.all(
    ['define/index.js', 'index.js'].map((file) => import(fileURLToPath(new URL(file, copy)))),
  );
  other = { defineChannel: define.defineChannel, MemoryBus: root.MemoryBus };
  assert.notEqual(other.MemoryBus, MemoryBus);
});
afterAll(() => rm(copy, { recursive: true, force: true }));

test('a channel of one copy is validated, both ways, by a bus of the other', async () => {
  const channel = other.defineChannel('two.copies', z.object({ n: z.int() }));
  const hub = new MemoryHub();
  await using bus = new MemoryBus({ hub });
  const received: unknown[] = [];
  const invalid: string[] = [];
  bus.on('invalid', ({ reason }) => invalid.push(reason));
  await bus.subscribe(channel, ({ data }) => received.push(data));
  await assert.rejects(bus.publish(channel, { n: 'no' } as never), (error) => isTidingsError(error, 'invalid_payload'));
  hub.send('two.copies', '{"specversion":"1.0","id":"1","source":"/","type":"two.copies","data":{"n":"no"}}');
  await bus.publish(channel, { n: 1 });
  await eventually(() => assert.deepEqual(received, [{ n: 1 }]));
  assert.deepEqual(invalid, ['schema']);
});

test('an error of the other copy is recognised, and buses of both share a hub', async () => {
  const channel = defineChannel('two.copies', z.object({ n: z.int() }));
  const hub = new MemoryHub();
  await using bus = new MemoryBus({ hub });
  await using theirs = new other.MemoryBus({ hub });
  await assert.rejects(theirs.publish(channel, {} as never), (error) => isTidingsError(error, 'invalid_payload'));
  const received: number[] = [];
  await bus.subscribe(channel, ({ data }) => received.push(data.n));
  await theirs.publish(channel, { n: 1 });
  await eventually(() => assert.deepEqual(received, [1]));
});
