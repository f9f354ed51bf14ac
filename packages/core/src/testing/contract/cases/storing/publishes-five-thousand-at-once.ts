import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { numbers, samples } from '../../samples.js';

export const publishesFiveThousandAtOnce: ContractCase = {
  name: 'storing: five thousand events published at once are all stored, in the order of the calls, and handled',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    await Promise.all(samples(1, 5_000).map((sample) => bus.publish(channel, sample)));
    assert.deepEqual([bus.health().totals.published, bus.health().outgoing], [5_000, 0]);
    const handled = await collectGroupNumbers(tools.bus(), channel, 'workers');
    await eventually(() => assert.equal(handled.length, 5_000), { timeoutMs: 15_000 });
    assert.deepEqual(handled, numbers(1, 5_000));
  },
};
