import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { samples } from '../../samples.js';

export const beginsAtATime: ContractCase = {
  name: 'cursors: from a time on, events are read that were stored since, and none before',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    await bus.publishMany(channel, samples(1, 3));
    const before = Date.now();
    await eventually(() => assert.ok(Date.now() > before + 5));
    const time = new Date();
    await eventually(() => assert.ok(Date.now() > time.getTime() + 5));
    await bus.publishMany(channel, samples(4, 6));
    const read = await collectFrom(bus, channel, time);
    await bus.publish(channel, { n: 7 });
    await eventuallyEqual(() => read.map(({ data }) => data.n), [4, 5, 6, 7]);
  },
};
