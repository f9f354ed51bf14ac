import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';

export const waitsBetweenAttempts: ContractCase = {
  name: 'retries: the delay doubles with each attempt up to its bound, and at least half of it is waited',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    const times: number[] = [];
    await bus.subscribe(
      channel,
      () => {
        times.push(performance.now());
        throw new Error('never');
      },
      { group: 'workers', retry: { maxAttempts: 5, minDelayMs: 40, maxDelayMs: 100 } },
    );
    await bus.publish(channel, { n: 1 });
    await eventuallySettled(bus, channel, 'workers');
    const waited = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    assert.equal(waited.length, 4);
    for (const [index, least] of [20, 40, 50, 50].entries()) {
      // Timers may fire a little early.
      assert.ok((waited[index] ?? 0) >= least - 5, `${waited}`);
    }
  },
};
