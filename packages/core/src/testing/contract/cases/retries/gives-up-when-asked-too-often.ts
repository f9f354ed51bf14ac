import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';

export const givesUpWhenAskedTooOften: ContractCase = {
  name: 'retries: context.retry() after the last attempt dead-letters the event as retries_exhausted',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    await bus.subscribe(channel, (_event, { retry }) => retry(0), { group: 'workers', retry: { maxAttempts: 2 } });
    await bus.publish(channel, { n: 1 });
    await eventuallySettled(bus, channel, 'workers');
    const dead = await bus.admin(channel).deadLetters();
    assert.deepEqual(
      dead.map(({ code, attempts }) => [code, attempts]),
      [['retries_exhausted', 2]],
    );
  },
};
