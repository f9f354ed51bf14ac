import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const sendsWhatWasJustPublished: ContractCase = {
  name: 'lifecycle: close() right after publish() still sends what was published',
  async run(tools) {
    const [bus, reader] = [tools.bus(), tools.bus()];
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(reader, channel);
    await bus.publishMany(channel, samples(1, 3));
    const publishing = bus.publish(channel, { n: 4 });
    await bus.close();
    await publishing;
    await eventuallyEqual(received, [1, 2, 3, 4]);
  },
};
