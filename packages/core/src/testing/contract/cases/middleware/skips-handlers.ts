import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const skipsHandlers: ContractCase = {
  name: 'middleware: delivery middleware that does not call next() skips the handler without a word',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    bus.use({
      async deliver(call, next) {
        if ((call.event.data as Sample).n !== 2) await next();
      },
    });
    const received = await collectNumbers(bus, channel);
    await bus.publishMany(channel, samples(1, 3));
    await eventuallyEqual(received, [1, 3]);
    assert.deepEqual(errors, []);
  },
};
