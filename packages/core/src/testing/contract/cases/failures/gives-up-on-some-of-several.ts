import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const givesUpOnSomeOfSeveral: ContractCase = {
  name: 'failures: with a concurrency above 1, those that hang are given up on one by one, and the others go on',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const done: number[] = [];
    const handler = async ({ data: { n } }: { readonly data: Sample }): Promise<void> => {
      if (n % 3 === 0) await new Promise(() => {});
      done.push(n);
    };
    await bus.subscribe(channel, handler, { handlerTimeoutMs: 20, concurrency: 2 });
    await bus.publishMany(channel, samples(1, 12));
    await eventually(() => assert.equal(errors.length, 4));
    await eventuallyEqual(done, [1, 2, 4, 5, 7, 8, 10, 11]);
    assert.deepEqual(new Set(errors.map(({ code }) => code)), new Set(['handler_timeout']));
    await eventuallyEqual(() => [bus.health().running, bus.health().queued], [0, 0]);
  },
};
