import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import { numbers, samples } from '../../samples.js';

export const givesBatches: ContractCase = {
  name: 'groups: a batch handler gets lists of as many events as it wants at most, all of them, in order, one list at a time',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const batches: number[][] = [];
    let [running, most] = [0, 0];
    const groups = new Set<string>();
    await bus.publishMany(channel, samples(1, 25));
    await bus.subscribe(
      channel,
      async (events, { group, signal }) => {
        running += 1;
        most = Math.max(most, running);
        groups.add(`${group} ${signal.aborted}`);
        batches.push(events.map(({ data }) => data.n));
        await Promise.resolve();
        running -= 1;
      },
      { group: 'workers', batch: { maxEvents: 10 } },
    );
    for (const sample of samples(26, 30)) await bus.publish(channel, sample);
    await eventuallyEqual(() => batches.flat(), numbers(1, 30));
    assert.equal(Math.max(...batches.map(({ length }) => length)), 10);
    assert.deepEqual([most, [...groups]], [1, ['workers false']]);
    await eventuallySettled(bus, channel, 'workers');
  },
};
