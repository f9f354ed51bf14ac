import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers } from '../../samples.js';

export const closesDuringPublish: ContractCase = {
  name: 'lifecycle: closing while events are published settles every promise, and what was accepted arrives elsewhere',
  async run(tools) {
    const [bus, reader] = [tools.bus(), tools.bus()];
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(reader, channel);
    const publishing = numbers(1, 100).map((n) => bus.publish(channel, { n }));
    const closing = bus.close();
    const late = refused(bus.publish(channel, { n: 101 }), 'closed');
    const outcomes = await Promise.allSettled(publishing);
    await closing;
    await late;
    assert.ok(outcomes.every(({ status }) => status === 'fulfilled'));
    await eventuallyEqual(received, numbers(1, 100));
  },
};
