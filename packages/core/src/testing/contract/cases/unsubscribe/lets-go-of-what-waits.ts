import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const letsGoOfWhatWaits: ContractCase = {
  name: 'unsubscribe: what waits for a handler is let go when its subscription ends; what is running goes on',
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
    await bus.publishMany(channel, samples(1, 4));
    await eventually(() => assert.equal(subscription.queued, 3));
    await subscription.close();
    assert.deepEqual([subscription.queued, log], [0, ['1 begins']]);
    const staying = await collectNumbers(bus, channel);
    gate.open();
    await bus.publish(channel, { n: 5 });
    await eventuallyEqual(staying, [5]);
    await eventuallyEqual(log, ['1 begins', '1 ends']);
  },
};
