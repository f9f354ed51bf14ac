import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { numbers, samples } from '../../samples.js';

export const givesAllToEachGroup: ContractCase = {
  name: 'groups: every group gets every event, whichever bus its member is on; one member alone, in order',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    const handled = [
      await collectGroupNumbers(bus, channel, 'billing'),
      await collectGroupNumbers(other, channel, 'shipping'),
      await collectGroupNumbers(other, channel, 'Mail_2.x-y'),
    ];
    await bus.publishMany(channel, samples(1, 10));
    for (const sample of samples(11, 20)) await other.publish(channel, sample);
    await eventuallyEqual(handled, [numbers(1, 20), numbers(1, 20), numbers(1, 20)]);
  },
};
