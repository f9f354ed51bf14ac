import { expect, test } from 'vitest';
import * as z from 'zod';
import { defineChannel } from '../define/define-channel.js';
import { MemoryBus } from './memory-bus.js';

const counted = defineChannel('fan.counted', z.object({ n: z.int() }), { description: 'A number.' });

test('whoever awaits what is published does not outrun any number of handlers', async () => {
  await using bus = new MemoryBus({ source: '/test' });
  const gaps: unknown[] = [];
  bus.on('gap', (gap) => gaps.push(gap));
  const [handlers, bursts, size] = [20, 60, 512];
  let handled = 0;
  for (let each = 0; each < handlers; each += 1) {
    await bus.subscribe(
      counted,
      () => {
        handled += 1;
      },
      { maxQueued: 4_096 },
    );
  }
  for (let burst = 0; burst < bursts; burst += 1) {
    await bus.publishMany(
      counted,
      Array.from({ length: size }, (_, n) => ({ n })),
    );
  }
  await bus.close();
  expect({ gaps, handled }).toEqual({ gaps: [], handled: handlers * bursts * size });
});

test('nor is held up by handlers that publish to one another without end', async () => {
  await using bus = new MemoryBus({ source: '/test' });
  let over = false;
  await bus.subscribe(counted, ({ data: { n } }) => {
    if (!over && n > 0) void bus.publish(counted, { n });
  });
  for (let n = 1; n <= 10_000; n += 1) void bus.publish(counted, { n });
  for (let each = 0; each < 20; each += 1) await bus.publish(counted, { n: 0 });
  over = true;
  await bus.close();
  expect(bus.health().totals.gaps).toBe(0);
});
