import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const takesPublishInAHandler: ContractCase = {
  name: 'order: a handler may publish, to another channel and to its own, and what it publishes comes behind',
  async run(tools) {
    const bus = tools.bus();
    const [asked, answered] = [sampleChannel(tools.name('asked')), sampleChannel(tools.name('answered'))];
    const log: number[] = [];
    let handling = false;
    await bus.subscribe(asked, async ({ data: { n } }) => {
      assert.equal(handling, false);
      handling = true;
      log.push(n);
      if (n < 10) await bus.publish(asked, { n: n + 10 });
      await bus.publish(answered, { n });
      handling = false;
    });
    const answers = await collectNumbers(bus, answered);
    const errors = recorded(bus, 'error');
    await bus.publishMany(asked, samples(1, 3));
    await eventuallyEqual(log, [1, 2, 3, 11, 12, 13]);
    await eventuallyEqual(answers, [1, 2, 3, 11, 12, 13]);
    assert.deepEqual(errors, []);
  },
};
