import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers } from '../../samples.js';

export const isTheSameForQuickAndSlow: ContractCase = {
  name: 'order: a slow subscriber and a quick one of the same channel both receive everything in order',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const slow: number[] = [];
    await bus.subscribe(channel, async ({ data: { n } }) => {
      await new Promise((resolve) => setTimeout(resolve, n % 3));
      slow.push(n);
    });
    const quick = await collectNumbers(bus, channel);
    await Promise.all(numbers(1, 50).map((n) => bus.publish(channel, { n })));
    await eventuallyEqual(quick, numbers(1, 50));
    await eventuallyEqual(slow, numbers(1, 50));
  },
};
