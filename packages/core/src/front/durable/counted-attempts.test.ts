import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineChannel } from '../../define/index.js';
import { MemoryHub } from '../../memory/memory-hub.js';
import { eventually } from '../../testing/eventually.js';
import { TestBus } from '../../testing/kit/test-bus.js';

const job = defineChannel('job.counted', z.object({ n: z.int() }), { delivery: 'durable' });

test('an attempt that follows at once is counted too if the process ends during it', async () => {
  const hub = new MemoryHub();
  const [first, second] = [new TestBus({ hub }), new TestBus({ hub })];
  const attempts: number[] = [];
  await first.subscribe(
    job,
    ({ attempt }, context) => {
      attempts.push(attempt);
      if (attempt === 2) first.faults.crash();
      context.retry(0);
    },
    { group: 'workers' },
  );
  await first.publish(job, { n: 1 });
  await eventually(() => expect(attempts.slice(0, 2)).toEqual([1, 2]));
  const later: number[] = [];
  await second.subscribe(job, ({ attempt }) => void later.push(attempt), { group: 'workers' });
  await eventually(() => expect(later).toEqual([3]));
  await Promise.all([first.close({ drain: false, timeoutMs: 1 }), second.close()]);
});
