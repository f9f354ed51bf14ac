import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const survivesAForgottenNext: ContractCase = {
  name: 'middleware: what next() rejects with, where middleware does not wait for it, does not end the process',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    bus.use({
      async publish(_call, next) {
        void next();
        return undefined as never;
      },
      async deliver(_call, next) {
        void next();
        void next();
      },
    });
    const tried: number[] = [];
    await bus.subscribe(channel, async ({ data: { n } }) => {
      tried.push(n);
      throw new Error('no');
    });
    await refused(bus.publish(channel, { n: 0.5 }), 'middleware_failed');
    await refused(bus.publish(channel, { n: 1 }), 'middleware_failed');
    await eventuallyEqual(tried, [1]);
    await refused(bus.publish(channel, { n: 2 }), 'middleware_failed');
    await eventuallyEqual(tried, [1, 2]);
  },
};
