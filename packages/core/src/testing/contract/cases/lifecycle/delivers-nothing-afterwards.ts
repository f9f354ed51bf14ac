import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const deliversNothingAfterwards: ContractCase = {
  name: 'lifecycle: nothing is handed to a handler after close() has resolved, and other buses go on',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = sampleChannel(tools.name());
    let closed = false;
    const late: number[] = [];
    await bus.subscribe(channel, ({ data: { n } }) => {
      if (closed) late.push(n);
    });
    const received = await collectNumbers(other, channel);
    const publishing = other.publishMany(channel, samples(1, 1_000));
    await bus.close();
    closed = true;
    await publishing;
    await other.publish(channel, { n: 1_001 });
    await eventuallyEqual(received, numbers(1, 1_001));
    assert.deepEqual(late, []);
  },
};
