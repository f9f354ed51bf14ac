import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';

export const retriesWhenAsked: ContractCase = {
  name: 'retries: context.retry(afterMs) has an event tried again after that time: an attempt, and no error',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const errors = recorded(bus, 'error');
    const tried: [attempt: number, at: number][] = [];
    await bus.subscribe(
      channel,
      ({ attempt }, { retry }) => {
        tried.push([attempt, performance.now()]);
        if (attempt === 1) retry(200);
        if (attempt === 2) retry();
      },
      { group: 'workers', retry: { minDelayMs: 1 } },
    );
    await bus.publish(channel, { n: 1 });
    await eventuallySettled(bus, channel, 'workers');
    assert.deepEqual(
      tried.map(([attempt]) => attempt),
      [1, 2, 3],
    );
    // Timers may fire a little early.
    assert.ok((tried[1]?.[1] ?? 0) - (tried[0]?.[1] ?? 0) >= 190);
    assert.deepEqual([errors, bus.health().totals.retried, bus.health().totals.failed], [[], 2, 0]);
  },
};
