import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import type { Sample } from '../../sample-channel.js';
import { samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const sharesItsWork: ContractCase = {
  name: 'groups: without a key, members that are busy leave the next event to those that are not',
  async run(tools) {
    const buses = [tools.bus(), tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    const gate = new Gate();
    const begun = buses.map((): number[] => []);
    for (const [index, bus] of buses.entries()) {
      const handler = ({ data }: { readonly data: Sample }): Promise<void> => {
        begun[index]?.push(data.n);
        return gate.passed;
      };
      await bus.subscribe(channel, handler, { group: 'workers', maxQueued: 1 });
    }
    for (const sample of samples(1, 3)) await buses[0]?.publish(channel, sample);
    await eventuallyEqual(() => begun.map(({ length }) => length), [1, 1, 1]);
    assert.deepEqual(sorted(begun.flat()), [1, 2, 3]);
    gate.open();
  },
};
