import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const refusesMoreThanMayBeOutgoing: ContractCase = {
  name: 'overflow: publishing more than may wait to be sent is refused, and nothing of it is sent',
  async run(tools) {
    const bus = tools.bus({ maxOutgoing: 10 });
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    await refused(bus.publishMany(channel, samples(1, 11)), 'queue_full');
    await bus.publishMany(channel, samples(12, 21));
    await bus.publish(channel, { n: 22 });
    await eventuallyEqual(received, numbers(12, 22));
  },
};
