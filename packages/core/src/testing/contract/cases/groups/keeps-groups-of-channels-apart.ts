import assert from 'node:assert/strict';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { groupFacts } from '../../group-facts.js';
import { samples } from '../../samples.js';

export const keepsGroupsOfChannelsApart: ContractCase = {
  name: 'groups: groups of the same name on different channels have nothing to do with each other',
  async run(tools) {
    const bus = tools.bus();
    const [one, two] = [durableChannel(tools.name('one')), durableChannel(tools.name('two'))];
    await bus.publishMany(one, samples(1, 3));
    await bus.publishMany(two, samples(4, 6));
    const [ofOne, ofTwo] = [
      await collectGroupNumbers(bus, one, 'workers'),
      await collectGroupNumbers(bus, two, 'workers'),
    ];
    await eventuallyEqual(
      [ofOne, ofTwo],
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    );
    await bus.unsubscribe(one);
    assert.deepEqual(
      [(await groupFacts(bus, one, 'workers')).members, (await groupFacts(bus, two, 'workers')).members],
      [0, 1],
    );
    await bus.publish(two, { n: 7 });
    await eventuallyEqual(ofTwo, [4, 5, 6, 7]);
  },
};
