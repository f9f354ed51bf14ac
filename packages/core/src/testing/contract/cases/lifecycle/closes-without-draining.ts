import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { Gate } from '../../gate.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const closesWithoutDraining: ContractCase = {
  name: 'lifecycle: close() without draining finishes only what handlers are at',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gate = new Gate();
    const log: string[] = [];
    const subscription = await bus.subscribe(channel, async ({ data: { n } }) => {
      log.push(`${n} begins`);
      await gate.passed;
      log.push(`${n} ends`);
    });
    await bus.publishMany(channel, samples(1, 5));
    await eventually(() => assert.deepEqual([log, subscription.queued], [['1 begins'], 4]));
    const closing = bus.close({ drain: false });
    assert.equal(subscription.queued, 0);
    gate.open();
    await closing;
    assert.deepEqual(log, ['1 begins', '1 ends']);
    assert.equal(bus.health().queued, 0);
  },
};
