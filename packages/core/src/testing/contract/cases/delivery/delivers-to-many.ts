import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers } from '../../samples.js';

export const deliversToMany: ContractCase = {
  name: 'delivery: an event reaches every subscriber once',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const lists = await Promise.all(numbers(1, 20).map(() => collectNumbers(bus, channel)));
    await bus.publish(channel, { n: 1 });
    await bus.publish(channel, { n: 2 });
    for (const received of lists) await eventuallyEqual(received, [1, 2]);
  },
};
