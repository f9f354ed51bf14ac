import assert from 'node:assert/strict';
import { collectFrom } from '../../collect-from.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { numbers, samples } from '../../samples.js';

export const givesAllToEveryReader: ContractCase = {
  name: 'cursors: every reader gets every event, in order, whatever groups there are, and leaves none to them',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    await bus.publishMany(channel, samples(1, 5));
    const readers = [
      await collectFrom(bus, channel, 'start'),
      await collectFrom(bus, channel, 'start'),
      await collectFrom(other, channel, 'start'),
    ];
    const handled = await collectGroupNumbers(other, channel, 'workers');
    for (const sample of samples(6, 10)) await bus.publish(channel, sample);
    await eventuallyEqual(
      () => readers.map((read) => read.map(({ data }) => data.n)),
      readers.map(() => numbers(1, 10)),
    );
    await eventuallyEqual(handled, numbers(1, 10));
    assert.deepEqual(
      (await bus.admin(channel).groups()).map(({ name }) => name),
      ['workers'],
    );
  },
};
