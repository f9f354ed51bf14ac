import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers } from '../../samples.js';

export const keepsOrderOfPublishes: ContractCase = {
  name: 'order: events arrive in the order in which publish() was called, awaited or not',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    const publishing = numbers(1, 500).map((n) => bus.publish(channel, { n }));
    await Promise.all(publishing);
    for (const n of numbers(501, 520)) await bus.publish(channel, { n });
    await eventuallyEqual(received, numbers(1, 520));
  },
};
