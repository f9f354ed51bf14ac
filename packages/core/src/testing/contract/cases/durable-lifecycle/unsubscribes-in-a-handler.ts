import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import type { Sample } from '../../sample-channel.js';
import { samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const unsubscribesInAHandler: ContractCase = {
  name: 'durable lifecycle: a handler may unsubscribe itself: its event is acknowledged, and the rest is for others',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    const handled: number[] = [];
    const handler = async ({ data }: { readonly data: Sample }): Promise<void> => {
      handled.push(data.n);
      if (data.n === 2) await bus.unsubscribe(channel, handler);
    };
    await bus.publishMany(channel, samples(1, 5));
    const subscription = await bus.subscribe(channel, handler, { group: 'workers' });
    await eventually(() => assert.equal(subscription.closed, true));
    const rest = await collectGroup(other, channel, 'workers');
    await eventuallyEqual(() => sorted(rest.map(({ data }) => data.n)), [3, 4, 5]);
    await eventuallySettled(other, channel, 'workers');
    assert.deepEqual(handled, [1, 2]);
  },
};
