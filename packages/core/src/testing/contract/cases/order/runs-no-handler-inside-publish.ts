import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers } from '../../samples.js';

export const runsNoHandlerInsidePublish: ContractCase = {
  name: 'order: no handler runs inside a call of publish()',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    let publishing = false;
    const inside: number[] = [];
    const received: number[] = [];
    await bus.subscribe(channel, ({ data: { n } }) => {
      if (publishing) inside.push(n);
      received.push(n);
    });
    const calls: Promise<unknown>[] = [];
    for (const n of numbers(1, 3_000)) {
      publishing = true;
      calls.push(bus.publish(channel, { n }));
      publishing = false;
    }
    await Promise.all(calls);
    await eventuallyEqual(received, numbers(1, 3_000));
    assert.deepEqual(inside, []);
  },
};
