import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const keepsToItsConcurrency: ContractCase = {
  name: 'order: a handler is never at more events than its concurrency allows, and reaches it',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const begun: number[] = [];
    const gate = new Gate();
    let running = 0;
    let most = 0;
    const handler = async ({ data: { n } }: { readonly data: Sample }): Promise<void> => {
      begun.push(n);
      running += 1;
      most = Math.max(most, running);
      await gate.passed;
      running -= 1;
    };
    await bus.subscribe(channel, handler, { concurrency: 4 });
    await bus.publishMany(channel, samples(1, 40));
    await eventuallyEqual(begun, [1, 2, 3, 4]);
    assert.equal(bus.health().running, 4);
    await eventually(() => assert.equal(bus.health().queued, 36));
    gate.open();
    await eventuallyEqual(begun, numbers(1, 40));
    assert.equal(most, 4);
  },
};
