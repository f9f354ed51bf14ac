import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';

export const keepsToAbortedPublishes: ContractCase = {
  name: 'middleware: a signal that fires while publish middleware is at work keeps the event from being sent',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    const controller = new AbortController();
    bus.use({
      async publish(call, next) {
        if ((call.data as Sample).n === 1) controller.abort();
        return next();
      },
    });
    await refused(bus.publish(channel, { n: 1 }, { signal: controller.signal }), 'aborted');
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(received, [2]);
  },
};
