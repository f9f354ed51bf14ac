import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { numbers, samples } from '../../samples.js';

export const startsAtTheStart: ContractCase = {
  name: 'groups: a new group starts with the oldest event that is kept, also if nobody was there when it was published',
  async run(tools) {
    const publisher = tools.bus();
    const channel = durableChannel(tools.name());
    await publisher.publishMany(channel, samples(1, 5));
    await publisher.close();
    const bus = tools.bus();
    const handled = await collectGroupNumbers(bus, channel, 'late');
    await eventuallyEqual(handled, numbers(1, 5));
    const later = await collectGroupNumbers(bus, channel, 'later', { from: 'start' });
    await bus.publish(channel, { n: 6 });
    await eventuallyEqual([handled, later], [numbers(1, 6), numbers(1, 6)]);
  },
};
