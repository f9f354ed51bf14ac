import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineChannel } from '../../define/index.js';
import { partitionOf } from '../../log/partition-of.js';
import { MemoryHub } from '../../memory/memory-hub.js';
import { Gate } from '../../testing/contract/gate.js';
import { eventually } from '../../testing/eventually.js';
import { TestBus } from '../../testing/kit/test-bus.js';

const job = defineChannel('job.wanted', z.object({ key: z.string() }), { delivery: 'durable', key: 'key' });

/** Of two members, the second has every other partition. */
const key = ['a', 'b', 'c', 'd'].find((each) => partitionOf(each, 8) % 2 === 1) ?? '';

test('a retry in a partition that another member wants is that member’s', async () => {
  const hub = new MemoryHub();
  const [first, second] = [new TestBus({ hub }), new TestBus({ hub })];
  const gate = new Gate();
  const attempts: string[] = [];
  await first.subscribe(
    job,
    async ({ attempt }, context) => {
      attempts.push(`first ${attempt}`);
      await gate.passed;
      context.retry(0);
    },
    { group: 'workers' },
  );
  await first.publish(job, { key });
  await eventually(() => expect(attempts).toEqual(['first 1']));
  await second.subscribe(job, ({ attempt }) => void attempts.push(`second ${attempt}`), { group: 'workers' });
  gate.open();
  await eventually(() => expect(attempts).toEqual(['first 1', 'second 2']));
  await Promise.all([first.close(), second.close()]);
});
