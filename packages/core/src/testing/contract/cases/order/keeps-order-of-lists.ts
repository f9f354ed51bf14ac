import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const keepsOrderOfLists: ContractCase = {
  name: 'order: events of publishMany arrive in order, also between others',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    const publishing = [
      bus.publishMany(channel, samples(1, 100)),
      bus.publish(channel, { n: 101 }),
      bus.publishMany(channel, samples(102, 900)),
      bus.publish(channel, { n: 901 }),
      bus.publish(channel, { n: 902 }),
      bus.publishMany(channel, samples(903, 1_000)),
    ];
    await Promise.all(publishing);
    await eventuallyEqual(received, numbers(1, 1_000));
  },
};
