import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';

export const connectsBuses: ContractCase = {
  name: 'delivery: what one bus publishes reaches its own subscribers and those of other buses on the same medium',
  async run(tools) {
    const [first, second] = [tools.bus({ source: '/first' }), tools.bus({ source: '/second' })];
    const channel = sampleChannel(tools.name());
    const [atFirst, atSecond] = [await collect(first, channel), await collect(second, channel)];
    await first.publish(channel, { n: 1 });
    await eventually(() => assert.equal(atSecond.length + atFirst.length, 2));
    await second.publish(channel, { n: 2 });
    for (const received of [atFirst, atSecond]) {
      await eventuallyEqual(
        () => received.map(({ source, data }) => [source, data.n]),
        [
          ['/first', 1],
          ['/second', 2],
        ],
      );
    }
  },
};
