import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { eventuallySettled } from '../../group-facts.js';
import type { Sample } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const keepsToItsConcurrency: ContractCase = {
  name: 'groups: a handler is never at more events than its concurrency allows, and reaches it',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const gate = new Gate();
    const begun: number[] = [];
    let [running, most] = [0, 0];
    const handler = async ({ data: { n } }: { readonly data: Sample }): Promise<void> => {
      begun.push(n);
      running += 1;
      most = Math.max(most, running);
      await gate.passed;
      running -= 1;
    };
    await bus.subscribe(channel, handler, { group: 'workers', concurrency: 4 });
    await bus.publishMany(channel, samples(1, 40));
    await eventuallyEqual(() => sorted(begun), [1, 2, 3, 4]);
    assert.equal(bus.health().running, 4);
    gate.open();
    await eventuallyEqual(() => sorted(begun), numbers(1, 40));
    assert.equal(most, 4);
    await eventuallySettled(bus, channel, 'workers');
    assert.equal(bus.health().running, 0);
  },
};
