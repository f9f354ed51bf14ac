import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { numbers, samples } from '../../samples.js';

export const resumesBehindEachEvent: ContractCase = {
  name: 'cursors: from the cursor of any event, also in the middle of what was published at once, exactly what follows is read',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    await bus.publishMany(channel, samples(1, 5));
    await bus.publish(channel, { n: 6 });
    await bus.publishMany(channel, samples(7, 10));
    const all = await collectFrom(bus, channel, 'start');
    await eventually(() => assert.equal(all.length, 10));
    const resumed = await Promise.all(all.map(({ cursor }) => collectFrom(bus, channel, cursor)));
    await bus.publish(channel, { n: 11 });
    await eventuallyEqual(
      () => resumed.map((read) => read.map(({ data }) => data.n)),
      numbers(1, 10).map((n) => numbers(n + 1, 11)),
    );
    const again = resumed[2]?.[1]?.cursor ?? '';
    const third = await collectFrom(bus, channel, again);
    await eventuallyEqual(() => third.map(({ data }) => data.n), numbers(6, 11));
  },
};
