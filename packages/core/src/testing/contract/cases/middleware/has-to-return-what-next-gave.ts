import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';

export const hasToReturnWhatNextGave: ContractCase = {
  name: 'middleware: publish middleware that does not return what next() gave it fails the call',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    bus.use({
      async publish(call, next) {
        if ((call.data as Sample).n === 2) return undefined as never;
        const published = await next();
        return (call.data as Sample).n === 1 ? (undefined as never) : published;
      },
    });
    await refused(bus.publish(channel, { n: 1 }), 'middleware_failed');
    await refused(bus.publish(channel, { n: 2 }), 'middleware_failed');
    await bus.publish(channel, { n: 3 });
    await eventuallyEqual(received, [1, 3]);
  },
};
