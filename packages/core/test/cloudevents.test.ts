import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type BusEvent, MemoryBus, MemoryHub } from '@tidings/core';
import { defineChannel, isoDate } from '@tidings/core/define';
import { eventually, TestBus } from '@tidings/core/testing';
import { CloudEvent, HTTP } from 'cloudevents';
import { describe, test } from 'vitest';
import { z } from 'zod';

const V1 = z.object({ id: z.string(), at: isoDate });
const placed = defineChannel('order.placed', V1, { key: 'id' }).evolve(V1.extend({ total: z.number() }), {
  up: (v1) => ({ ...v1, total: 0 }),
  minReader: 1,
});
const data = { id: 'order-1', at: new Date(0), total: 12.5 };

/** What a bus writes to its transport, as it is. */
async function framesOf(publish: (bus: TestBus) => Promise<unknown>): Promise<readonly string[]> {
  const hub = new MemoryHub();
  const frames: string[] = [];
  hub.join(placed.name, (_channel, frame) => frames.push(String(frame)));
  await using bus = new TestBus({ hub, source: '/services/orders' });
  await publish(bus);
  return frames;
}

/** What our bus makes of a frame that somebody else wrote. */
async function received(frame: string): Promise<readonly BusEvent<string, unknown>[]> {
  const hub = new MemoryHub();
  await using bus = new MemoryBus({ hub });
  const events: BusEvent<string, unknown>[] = [];
  await bus.subscribe(placed, (event) => events.push(event));
  hub.send(placed.name, frame);
  await eventually(() => assert.ok(events.length > 0));
  return events;
}

describe('the cloudevents package', () => {
  test('accepts an event that we write, with everything in it', async () => {
    const [frame = ''] = await framesOf((bus) =>
      bus.publish(placed, data, {
        trace: { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', tracestate: 'a=b' },
        correlationId: 'c-1',
        causedBy: { eventId: 'e-0', correlationId: 'c-0', trace: undefined },
        attributes: { tenant: 'acme', attempt: 3, test: true },
      }),
    );
    const event = new CloudEvent<Record<string, unknown>>(JSON.parse(frame) as Record<string, unknown>, true);
    assert.equal(event.validate(), true);
    assert.deepEqual([event.specversion, event.source, event.type], ['1.0', '/services/orders', 'order.placed']);
    assert.deepEqual(event.data, { id: 'order-1', at: '1970-01-01T00:00:00.000Z', total: 12.5 });
    const extensions = Object.entries(event).filter(
      ([name]) => !['id', 'time', 'data', 'specversion', 'source', 'type', 'epoch'].includes(name),
    );
    assert.deepEqual(Object.fromEntries(extensions.filter(([, value]) => value !== undefined)), {
      dataversion: 2,
      minreader: 1,
      partitionkey: 'order-1',
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      tracestate: 'a=b',
      correlationid: 'c-1',
      causationid: 'e-0',
      tenant: 'acme',
      attempt: 3,
      test: true,
      sequence: '0000000000000001',
    });
  });

  test('accepts a batch that we write', async () => {
    const frames = await framesOf((bus) => bus.publishMany(placed, [data, { ...data, id: 'order-2' }]));
    assert.equal(frames.length, 1);
    const events = HTTP.toEvent({ headers: { 'content-type': 'application/cloudevents-batch+json' }, body: frames[0] });
    assert.ok(Array.isArray(events));
    assert.deepEqual(
      events.map((event) => (event as CloudEvent<{ id: string }>).data?.id),
      ['order-1', 'order-2'],
    );
    for (const event of events) assert.equal((event as CloudEvent).validate(), true);
  });

  test('writes events that we read, structured as JSON', async () => {
    const event = new CloudEvent({
      source: '/elsewhere',
      type: 'order.placed',
      data: { id: 'o', at: '1970-01-01T00:00:00Z' },
      tenant: 'acme',
    });
    const { body } = HTTP.structured(event);
    const [read] = await received(String(body));
    assert.deepEqual(read, {
      id: event.id,
      channel: 'order.placed',
      version: 1,
      time: new Date(event.time ?? ''),
      source: '/elsewhere',
      data: { id: 'o', at: new Date(0), total: 0 },
    });
  });

  test('writes batches that we read', async () => {
    const events = ['a', 'b'].map(
      (id) => new CloudEvent({ source: '/elsewhere', type: 'order.placed', data: { id, at: '1970-01-01T00:00:00Z' } }),
    );
    const read = await received(JSON.stringify(events));
    assert.deepEqual(
      read.map(({ id }) => id),
      events.map(({ id }) => id),
    );
  });
});

test('what docs/wire.md shows is read', async () => {
  const page = await readFile(new URL('../../../docs/wire.md', import.meta.url), 'utf8');
  const examples = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  const read = await received(`[${examples.join(',')}]`);
  assert.deepEqual(
    read.map(({ version, source, data }) => [version, source, data]),
    [
      [2, '/services/orders', { id: 'order-1', at: new Date('2026-11-23T12:00:00Z'), total: 12.5 }],
      [1, '/elsewhere', { id: 'order-2', at: new Date('2026-11-23T12:00:00Z'), total: 0 }],
    ],
  );
});
