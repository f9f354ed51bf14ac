import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const receivesBesideHandlers: ContractCase = {
  name: 'streams: streams and handlers of one channel receive the same',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collect(bus, channel);
    const stream = bus.events(channel);
    await stream.ready;
    await bus.publishMany(channel, samples(1, 3));
    const read: unknown[] = [];
    for await (const event of stream) {
      read.push(event);
      if (read.length === 3) break;
    }
    await eventuallyEqual<readonly unknown[]>(received, read);
  },
};
