import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { groupFacts } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';

export const forgetsWhatWasPending: ContractCase = {
  name: 'admin: what was set aside for a group, or tried before, is forgotten when it is reset',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    const tried: number[] = [];
    await bus.publishMany(channel, samples(1, 3));
    const failing = await bus.subscribe(
      channel,
      ({ attempt }) => {
        tried.push(attempt);
        throw new Error('never');
      },
      { group: 'workers', retry: { minDelayMs: 60_000 } },
    );
    await eventuallyEqual(tried, [1, 1, 1]);
    await failing.close();
    await eventually(() => bus.admin(channel).resetGroup('workers', 'new'));
    assert.equal((await groupFacts(bus, channel, 'workers')).lag, 0);
    const handled = await collectGroup(bus, channel, 'workers');
    await bus.publish(channel, { n: 4 });
    await eventuallyEqual(() => handled.map(({ data, attempt }) => [data.n, attempt]), [[4, 1]]);
  },
};
