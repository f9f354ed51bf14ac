import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const startsAtSubscribe: ContractCase = {
  name: 'delivery: a late subscriber receives nothing from before',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const early = await collectNumbers(bus, channel);
    await bus.publishMany(channel, samples(1, 3));
    await eventuallyEqual(early, [1, 2, 3]);
    const late = await collectNumbers(bus, channel);
    await bus.publish(channel, { n: 4 });
    await eventuallyEqual(late, [4]);
    await eventuallyEqual(early, [1, 2, 3, 4]);
  },
};
