import assert from 'node:assert/strict';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import { samples } from '../../samples.js';

export const deletesAGroup: ContractCase = {
  name: 'admin: a group without members may be deleted; one of that name is a new one then',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const admin = bus.admin(channel);
    assert.equal(await admin.deleteGroup('workers'), false);
    await bus.publishMany(channel, samples(1, 3));
    const first = await collectGroupNumbers(bus, channel, 'workers');
    const other = await collectGroupNumbers(bus, channel, 'others');
    await eventuallyEqual(
      [first, other],
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
    );
    await refused(admin.deleteGroup('workers'), 'in_use');
    await bus.unsubscribe(channel);
    assert.equal(await admin.deleteGroup('workers'), true);
    assert.deepEqual(
      (await admin.groups()).map(({ name }) => name),
      ['others'],
    );
    assert.equal(await admin.deleteGroup('workers'), false);
    const again = await collectGroupNumbers(bus, channel, 'workers');
    await eventuallyEqual(again, [1, 2, 3]);
  },
};
