import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { sampleChannel } from '../../sample-channel.js';

export const followsWhatLeavesMiddleware: ContractCase = {
  name: 'order: with publish middleware, events arrive in the order in which they leave it',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    const gate = new Gate();
    bus.use({
      async publish(call, next) {
        if (call.id === 'waits') await gate.passed;
        return next();
      },
    });
    const waiting = bus.publish(channel, { n: 1 }, { id: 'waits' });
    await bus.publish(channel, { n: 2 });
    gate.open();
    await waiting;
    await bus.publish(channel, { n: 3 });
    await eventuallyEqual(received, [2, 1, 3]);
  },
};
