import assert from 'node:assert/strict';
import { collectFrom } from '../../collect-from.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import { samples } from '../../samples.js';

export const refusesWorkWhenClosed: ContractCase = {
  name: 'durable lifecycle: a closed bus refuses everything, and handles nothing',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    const handled = await collectGroupNumbers(bus, channel, 'workers');
    const read = await collectFrom(bus, channel, 'start');
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(() => [handled, read.map(({ data }) => data.n)], [[1], [1]]);
    const admin = bus.admin(channel);
    await bus.close();
    await refused(bus.publish(channel, { n: 2 }), 'closed');
    await refused(bus.publishMany(channel, samples(2, 3)), 'closed');
    await refused(
      bus.subscribe(channel, () => {}, { group: 'workers' }),
      'closed',
    );
    await refused(
      bus.subscribe(channel, () => {}, { from: 'start' }),
      'closed',
    );
    await refused(() => bus.events(channel, { from: 'start' }), 'closed');
    await refused(() => bus.admin(channel), 'closed');
    await refused(admin.groups(), 'closed');
    await refused(admin.deadLetters(), 'closed');
    await other.publish(channel, { n: 2 });
    const rest = await collectGroupNumbers(other, channel, 'workers');
    await eventuallyEqual(rest, [2]);
    assert.deepEqual([handled, read.length, bus.channels()], [[1], 1, []]);
  },
};
