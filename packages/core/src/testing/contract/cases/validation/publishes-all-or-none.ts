import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const publishesAllOrNone: ContractCase = {
  name: 'validation: publishMany with one invalid item publishes none, and says which it was',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    const error = await refused(bus.publishMany(channel, [{ n: 1 }, { n: 2 }, { n: 0.5 }]), 'invalid_payload');
    assert.deepEqual(
      error.issues.map(({ path }) => path),
      [[2, 'n']],
    );
    bus.use({ publish: (_call, next) => next() });
    await refused(bus.publishMany(channel, [{ n: 3 }, { n: 'x' as never }]), 'invalid_payload');
    await bus.publish(channel, { n: 4 });
    await eventuallyEqual(received, [4]);
  },
};
