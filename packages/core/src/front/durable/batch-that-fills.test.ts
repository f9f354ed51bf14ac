import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineChannel } from '../../define/define-channel.js';
import { MemoryBus } from '../../memory/memory-bus.js';
import { eventually } from '../../testing/eventually.js';

const counted = defineChannel('counted', z.object({ n: z.int() }), { delivery: 'durable' });

// Nothing comes about because time passes.
const stopped = { now: () => 0, setTimeout: () => undefined, clearTimeout: () => {} };

test('a batch that waits for more takes what comes, up to the last place in the queue', async () => {
  await using bus = new MemoryBus({ clock: stopped });
  const batches: number[][] = [];
  const handler = (events: readonly { data: { n: number } }[]): void => {
    batches.push(events.map(({ data }) => data.n));
  };
  const subscription = await bus.subscribe(counted, handler, {
    group: 'g',
    maxQueued: 8,
    batch: { maxEvents: 8, maxWaitMs: 600_000 },
  });
  for (let n = 1; n <= 16; n += 1) {
    await bus.publish(counted, { n });
    // Each is in the queue by then, or has been handled.
    await eventually(() => expect(subscription.queued).toBe(n % 8));
  }
  expect(batches).toEqual([
    [1, 2, 3, 4, 5, 6, 7, 8],
    [9, 10, 11, 12, 13, 14, 15, 16],
  ]);
});

test('what waits for another attempt leaves room for what can be done now', async () => {
  await using bus = new MemoryBus();
  const seen: number[] = [];
  await bus.subscribe(
    counted,
    ({ data: { n } }, { attempt, retry }) => {
      seen.push(n);
      if (n <= 6 && attempt === 1) retry(600_000);
    },
    { group: 'g', maxQueued: 8, retry: { maxAttempts: 2 } },
  );
  for (let n = 1; n <= 20; n += 1) await bus.publish(counted, { n });
  await eventually(() => expect(seen).toEqual(Array.from({ length: 20 }, (_, at) => at + 1)));
});
