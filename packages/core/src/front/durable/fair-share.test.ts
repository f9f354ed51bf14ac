import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineChannel } from '../../define/index.js';
import { MemoryBus } from '../../memory/memory-bus.js';
import { MemoryHub } from '../../memory/memory-hub.js';
import { Gate } from '../../testing/contract/gate.js';
import { eventually } from '../../testing/eventually.js';
import { ManualClock } from '../../testing/kit/manual-clock.js';

const job = defineChannel('job.asked', z.object({ n: z.int() }), { delivery: 'durable' });

test('of events published at once, a member that is stuck with the first lets others have the rest, in order', async () => {
  const hub = new MemoryHub();
  const [slow, quick] = [new MemoryBus({ hub }), new MemoryBus({ hub })];
  const gate = new Gate();
  const stuckAt: number[] = [];
  const handled: number[] = [];
  await slow.subscribe(
    job,
    ({ data }) => {
      stuckAt.push(data.n);
      return gate.passed;
    },
    { group: 'workers' },
  );
  await slow.publishMany(
    job,
    Array.from({ length: 600 }, (_, n) => ({ n })),
  );
  await eventually(() => expect(stuckAt).toEqual([0]));
  await quick.subscribe(job, ({ data }) => void handled.push(data.n), { group: 'workers' });
  await eventually(() => expect(handled.length).toBe(599));
  expect([...handled].sort((a, b) => a - b)).toEqual(Array.from({ length: 599 }, (_, n) => n + 1));
  gate.open();
  await eventually(async () => expect((await quick.admin(job).groups())[0]).toMatchObject({ lag: 0 }));
  expect(stuckAt).toEqual([0]);
  expect(slow.health().totals.parked).toBe(0);
  await Promise.all([slow.close(), quick.close()]);
});

test('alone, it handles all in order', async () => {
  const clock = new ManualClock();
  await using bus = new MemoryBus({ clock });
  const handled: number[] = [];
  let gate = new Gate();
  await bus.subscribe(
    job,
    async ({ data }) => {
      handled.push(data.n);
      if (data.n % 100 === 0) await gate.passed;
    },
    { group: 'workers' },
  );
  await bus.publishMany(
    job,
    Array.from({ length: 600 }, (_, n) => ({ n })),
  );
  for (let stop = 0; stop < 600; stop += 100) {
    await eventually(() => expect(handled.at(-1)).toBe(stop));
    // Long enough for it to have given away what waited.
    await eventually(async () => {
      await clock.advance(1_000);
      expect(bus.health().queued).toBe(0);
    });
    const before = gate;
    gate = new Gate();
    before.open();
  }
  await eventually(() => expect(handled).toEqual(Array.from({ length: 600 }, (_, n) => n)));
});
