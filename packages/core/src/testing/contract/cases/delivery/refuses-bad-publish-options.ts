import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const refusesBadPublishOptions: ContractCase = {
  name: 'delivery: bad publish options are refused, all at once, and nothing is published',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    const bad = {
      id: '',
      time: new Date(Number.NaN),
      correlationId: '',
      trace: { traceparent: 7 as never },
      attributes: { 'Not-Good': 1, data: 'x', half: 0.5 },
    };
    const { message } = await refused(bus.publish(channel, { n: 1 }, bad), 'invalid_option');
    for (const name of ['id', 'time', 'correlationId', 'traceparent', 'Not-Good', '"data"', 'half']) {
      assert.ok(message.includes(name), `${name} is missing in: ${message}`);
    }
    await refused(bus.publishMany(channel, samples(2, 3), { id: 'both' }), 'invalid_option');
    await bus.publish(channel, { n: 4 });
    await eventuallyEqual(received, [4]);
  },
};
