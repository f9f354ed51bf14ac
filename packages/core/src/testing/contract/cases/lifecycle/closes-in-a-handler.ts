import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { Gate } from '../../gate.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const closesInAHandler: ContractCase = {
  name: 'lifecycle: a handler may close the bus without waiting for it, and what has arrived is still handled',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const handled: number[] = [];
    const closings: Promise<void>[] = [];
    const gate = new Gate();
    const subscription = await bus.subscribe(channel, async ({ data: { n } }) => {
      if (n === 1) {
        await gate.passed;
        closings.push(bus.close());
      }
      handled.push(n);
    });
    await bus.publishMany(channel, samples(1, 3));
    await eventually(() => assert.equal(subscription.queued, 2));
    gate.open();
    await eventually(() => assert.equal(closings.length, 1));
    await Promise.all(closings);
    assert.deepEqual(handled, [1, 2, 3]);
  },
};
