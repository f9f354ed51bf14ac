import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';

export const refusesBadAttributes: ContractCase = {
  name: 'middleware: attributes that can not travel are refused when middleware adds them too',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    bus.use({
      publish(call, next) {
        if ((call.data as Sample).n === 1) Object.assign(call.attributes, { 'Not-Good': 1, sequence: '1' });
        return next();
      },
    });
    const { message } = await refused(bus.publish(channel, { n: 1 }), 'invalid_option');
    assert.match(message, /Not-Good.*sequence/);
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(received, [2]);
  },
};
