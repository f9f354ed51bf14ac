import { MemoryBus } from '@tidings/core';
import { expect, test } from 'vitest';
import { type LoadName, loads } from './loads.js';

test.for<[LoadName, number, number]>([
  ['64 B', 58, 68],
  ['300 B', 290, 320],
  ['10 KiB', 10_200, 10_280],
])('events of %s have that size, and differ', async ([name, atLeast, atMost]) => {
  const load = await loads[name]();
  const texts = [1, 2, 9_000_000_001].map((number) => JSON.stringify(load.eventOf(number).data));
  expect(new Set(texts).size).toBe(texts.length);
  for (const { length } of texts) {
    expect(length).toBeGreaterThanOrEqual(atLeast);
    expect(length).toBeLessThanOrEqual(atMost);
  }
});

test.for(Object.keys(loads) as LoadName[])('events of %s pass their channels', async (name) => {
  const load = await loads[name]();
  load.prepare?.();
  await using bus = new MemoryBus();
  const received: object[] = [];
  await load.subscribe(bus, (data) => received.push(data));
  for (let number = 0; number < 300; number += 1) await load.publish(bus, load.eventOf(number));
  await bus.close();
  expect(received).toHaveLength(300);
  expect(new Set(load.topics).size).toBe(load.topics.length);
});
