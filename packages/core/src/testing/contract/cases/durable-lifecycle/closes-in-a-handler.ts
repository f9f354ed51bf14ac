import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { eventuallySettled } from '../../group-facts.js';
import { samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const closesInAHandler: ContractCase = {
  name: 'durable lifecycle: a handler may close the bus without waiting for it: its event is acknowledged, the rest is for others',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    const handled: number[] = [];
    const closings: Promise<void>[] = [];
    const gate = new Gate();
    const subscription = await bus.subscribe(
      channel,
      async ({ data }) => {
        handled.push(data.n);
        if (data.n < 2) return;
        closings.push(bus.close());
        await gate.passed;
      },
      { group: 'workers' },
    );
    await other.publishMany(channel, samples(1, 5));
    await eventually(() => assert.equal(subscription.closed, true));
    gate.open();
    await Promise.all(closings);
    const rest = await collectGroupNumbers(other, channel, 'workers');
    await eventuallyEqual(() => sorted(rest), [3, 4, 5]);
    await eventuallySettled(other, channel, 'workers');
    assert.deepEqual(handled, [1, 2]);
  },
};
