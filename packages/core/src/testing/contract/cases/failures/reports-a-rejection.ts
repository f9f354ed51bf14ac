import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const reportsARejection: ContractCase = {
  name: 'failures: a handler that rejects is reported, harms nobody, and receives the next event',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const tried: number[] = [];
    await bus.subscribe(channel, async ({ data: { n } }) => {
      await Promise.resolve();
      tried.push(n);
      if (n === 1) await Promise.reject('not even an error');
    });
    const others = await collectNumbers(bus, channel);
    const [published] = await bus.publishMany(channel, samples(1, 2));
    await eventuallyEqual(tried, [1, 2]);
    await eventuallyEqual(others, [1, 2]);
    assert.deepEqual(
      errors.map(({ code, channel: where, eventId, cause }) => ({ code, where, eventId, cause })),
      [{ code: 'handler_failed', where: channel.name, eventId: published?.id, cause: 'not even an error' }],
    );
  },
};
