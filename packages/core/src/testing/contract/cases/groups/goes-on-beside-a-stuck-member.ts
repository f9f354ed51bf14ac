import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { eventuallySettled } from '../../group-facts.js';
import type { Sample } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const goesOnBesideAStuckMember: ContractCase = {
  name: 'groups: without a key, a member that is stuck holds up no event of others',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    const gate = new Gate();
    const begun: number[] = [];
    const stuck = ({ data }: { readonly data: Sample }): Promise<void> => {
      begun.push(data.n);
      return gate.passed;
    };
    await bus.subscribe(channel, stuck, { group: 'workers' });
    await bus.publishMany(channel, samples(1, 20));
    await eventuallyEqual(begun, [1]);
    const handled = await collectGroupNumbers(other, channel, 'workers');
    for (const sample of samples(21, 30)) await other.publish(channel, sample);
    await eventually(() => assert.deepEqual(sorted(handled), numbers(2, 30)), { timeoutMs: 15_000 });
    gate.open();
    await eventuallySettled(other, channel, 'workers');
    assert.deepEqual([begun, handled.length], [[1], 29]);
  },
};
