import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';

export const failsAWholeBatch: ContractCase = {
  name: 'groups: when a batch handler throws, the attempt has failed for all of the list; it is reported once',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const errors = recorded(bus, 'error');
    const handled: [n: number, attempt: number][] = [];
    await bus.publishMany(channel, samples(1, 3));
    await bus.subscribe(
      channel,
      async (events) => {
        for (const { data, attempt } of events) handled.push([data.n, attempt]);
        if (events.some(({ attempt }) => attempt === 1)) throw new Error('not yet');
      },
      { group: 'workers', batch: { maxEvents: 3, maxWaitMs: 200 }, retry: { minDelayMs: 1 } },
    );
    await eventuallySettled(bus, channel, 'workers');
    assert.deepEqual(
      [1, 2, 3].map((n) => handled.filter(([of]) => of === n).map(([, attempt]) => attempt)),
      [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
    );
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['handler_failed'],
    );
    const { failed, delivered, retried, deadLettered } = bus.health().totals;
    assert.deepEqual([failed, delivered, retried, deadLettered], [3, 3, 3, 0]);
  },
};
