import assert from 'node:assert/strict';
import type { StartFrom } from '../../../../bus/durable-options.js';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { refused } from '../../refused.js';
import { numbers, samples } from '../../samples.js';

export const resetsAGroup: ContractCase = {
  name: 'admin: a group without members may begin elsewhere: at the start, with what is new, at a time, or behind an event',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const admin = bus.admin(channel);
    // One by one: a group begins with a whole entry of the log, and what is published at once may be one.
    for (const sample of samples(1, 6)) await bus.publish(channel, sample);
    const first = await collectGroup(bus, channel, 'workers');
    await eventually(() => assert.equal(first.length, 6));
    await refused(admin.resetGroup('workers', 'start'), 'in_use');
    await refused(admin.resetGroup('nobody', 'start'), 'not_found');
    await bus.unsubscribe(channel);
    const handledFrom = async (from: StartFrom): Promise<readonly number[]> => {
      await eventually(() => admin.resetGroup('workers', from));
      const handled = await collectGroupNumbers(bus, channel, 'workers');
      await bus.publish(channel, { n: 7 });
      await eventually(() => assert.equal(handled.at(-1), 7));
      await eventuallySettled(bus, channel, 'workers');
      await bus.unsubscribe(channel);
      return handled;
    };
    assert.deepEqual(await handledFrom('start'), numbers(1, 7));
    assert.deepEqual(await handledFrom('new'), [7]);
    assert.deepEqual(await handledFrom(first[3]?.cursor ?? ''), [5, 6, 7, 7, 7]);
    assert.deepEqual(await handledFrom(new Date(0)), [...numbers(1, 7), 7, 7, 7]);
  },
};
