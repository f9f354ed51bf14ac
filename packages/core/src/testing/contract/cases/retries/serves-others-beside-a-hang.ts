import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const servesOthersBesideAHang: ContractCase = {
  name: 'retries: an event whose handler never ends is dead-lettered after its attempts, and all others are handled',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    const handled: number[] = [];
    await bus.subscribe(
      channel,
      ({ data }) => {
        if (data.n === 2) return new Promise(() => {});
        handled.push(data.n);
        return undefined;
      },
      { group: 'workers', handlerTimeoutMs: 50, retry: { maxAttempts: 3, minDelayMs: 1 } },
    );
    await bus.publishMany(channel, samples(1, 6));
    await eventuallySettled(bus, channel, 'workers');
    const dead = await bus.admin(channel).deadLetters();
    assert.deepEqual(sorted(handled), [1, 3, 4, 5, 6]);
    assert.deepEqual(
      dead.map(({ code, attempts, event }) => [code, attempts, JSON.parse(event).data.n]),
      [['handler_timeout', 3, 2]],
    );
    assert.equal(bus.health().running, 0);
  },
};
