import assert from 'node:assert/strict';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';

export const countsOverMembers: ContractCase = {
  name: 'retries: attempts are counted on when another member takes over, and it waits for no delay of the first',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    const tried: number[] = [];
    const options = { group: 'workers', retry: { maxAttempts: 3, minDelayMs: 60_000 } };
    const failing = ({ attempt }: { readonly attempt: number }): void => {
      tried.push(attempt);
      throw new Error('not here');
    };
    const subscription = await bus.subscribe(channel, failing, options);
    await bus.publishMany(channel, samples(1, 1));
    await eventuallyEqual(tried, [1]);
    await subscription.close();
    const handled = await collectGroup(other, channel, 'workers');
    await eventuallyEqual(() => handled.map(({ attempt }) => attempt), [2]);
    await eventuallySettled(other, channel, 'workers');
    assert.deepEqual([tried, await other.admin(channel).deadLetters()], [[1], []]);
  },
};
