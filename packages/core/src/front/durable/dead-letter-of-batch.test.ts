import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineChannel } from '../../define/index.js';
import { eventually } from '../../testing/eventually.js';
import { TestBus } from '../../testing/kit/test-bus.js';

const job = defineChannel('job.batch', z.object({ n: z.int() }), { delivery: 'durable' });

test('a dead letter is kept, though the rest of its entry is done before that has been noted', async () => {
  await using bus = new TestBus();
  let calls = 0;
  await bus.subscribe(
    job,
    ([first], context) => {
      calls += 1;
      // Nothing can be noted until it is back.
      bus.faults.disconnect();
      if (first !== undefined) context.deadLetter(first, 'on purpose');
    },
    { group: 'workers', batch: { maxEvents: 2 } },
  );
  await bus.publishMany(job, [{ n: 1 }, { n: 2 }]);
  await eventually(() => expect([calls, bus.health().running]).toEqual([1, 0]));
  await new Promise((resolve) => setImmediate(resolve));
  bus.faults.reconnect();
  await eventually(async () => {
    expect((await bus.admin(job).groups())[0]).toMatchObject({ lag: 0 });
    expect(await bus.admin(job).deadLetters()).toMatchObject([{ code: 'dead_letter', attempts: 1 }]);
  });
});
