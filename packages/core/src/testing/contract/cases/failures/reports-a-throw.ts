import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const reportsAThrow: ContractCase = {
  name: 'failures: a handler that throws is reported, harms nobody, and receives the next event',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const thrown = new Error('no');
    const tried: number[] = [];
    await bus.subscribe(channel, ({ data: { n } }) => {
      tried.push(n);
      if (n === 1) throw thrown;
    });
    const others = await collectNumbers(bus, channel);
    const published = await bus.publish(channel, { n: 1 });
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(tried, [1, 2]);
    await eventuallyEqual(others, [1, 2]);
    assert.deepEqual(
      errors.map(({ code, channel: where, eventId, cause }) => ({ code, where, eventId, cause })),
      [{ code: 'handler_failed', where: channel.name, eventId: published.id, cause: thrown }],
    );
    assert.equal(bus.health().totals.failed, 1);
  },
};
