import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const deliversWithoutBatches: ContractCase = {
  name: 'delivery: a bus told not to batch delivers the same',
  async run(tools) {
    const bus = tools.bus({ batch: false });
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    await Promise.all([bus.publishMany(channel, samples(1, 50)), bus.publish(channel, { n: 51 })]);
    await eventuallyEqual(received, numbers(1, 51));
  },
};
