import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';

export const triesOnceIfTold: ContractCase = {
  name: 'retries: with maxAttempts 1 the first failure dead-letters',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    const handled: number[] = [];
    await bus.publishMany(channel, samples(1, 3));
    await bus.subscribe(
      channel,
      ({ data }) => {
        handled.push(data.n);
        if (data.n === 2) throw new Error('never');
      },
      { group: 'workers', retry: { maxAttempts: 1 } },
    );
    await eventuallySettled(bus, channel, 'workers');
    const dead = await bus.admin(channel).deadLetters();
    assert.deepEqual(
      [handled, dead.map(({ attempts, event }) => [attempts, JSON.parse(event).data.n])],
      [[1, 2, 3], [[1, 2]]],
    );
    assert.equal(bus.health().totals.retried, 0);
  },
};
