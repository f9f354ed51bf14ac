import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers } from '../../samples.js';
import { cut } from './cut.js';

export const sendsWhatWaited: ContractCase = {
  name: 'reconnect: what is published while the connection is away waits, and is sent once and in order when it is back',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    recorded(bus, 'gap');
    const received = await collectNumbers(bus, channel);
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1]);
    await cut(tools, bus);
    await Promise.all(numbers(2, 40).map((n) => bus.publish(channel, { n })));
    await eventuallyEqual(received, numbers(1, 40));
  },
};
