import assert from 'node:assert/strict';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { samples } from '../../samples.js';

export const startsWithWhatIsNew: ContractCase = {
  name: "groups: with from: 'new' a new group starts with what is published from then on, and one that exists goes on where it was",
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    await bus.publishMany(channel, samples(1, 3));
    const first = await collectGroupNumbers(bus, channel, 'workers', { from: 'new' });
    await bus.publish(channel, { n: 4 });
    await eventuallyEqual(first, [4]);
    await bus.unsubscribe(channel);
    await other.publishMany(channel, samples(5, 7));
    const second = await collectGroupNumbers(other, channel, 'workers', { from: 'new' });
    await eventuallyEqual(second, [5, 6, 7]);
    assert.deepEqual(first, [4]);
  },
};
