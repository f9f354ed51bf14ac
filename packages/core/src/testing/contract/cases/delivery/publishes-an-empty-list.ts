import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';

export const publishesAnEmptyList: ContractCase = {
  name: 'delivery: publishMany of an empty list publishes nothing and resolves',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    assert.deepEqual(await bus.publishMany(channel, []), []);
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1]);
    assert.equal(bus.health().totals.published, 1);
  },
};
