import assert from 'node:assert/strict';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { groupFacts } from '../../group-facts.js';
import type { Sample } from '../../sample-channel.js';
import { samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const hasSeveralMembersOnABus: ContractCase = {
  name: 'groups: several subscriptions of one bus are several members, also with the same handler',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const gate = new Gate();
    const begun: number[] = [];
    const handler = ({ data }: { readonly data: Sample }): Promise<void> => {
      begun.push(data.n);
      return gate.passed;
    };
    for (const _ of [1, 2]) await bus.subscribe(channel, handler, { group: 'workers', maxQueued: 1 });
    const other = await collectGroupNumbers(bus, channel, 'others');
    assert.equal((await groupFacts(bus, channel, 'workers')).members, 2);
    assert.equal(bus.subscriberCount(channel), 3);
    for (const sample of samples(1, 3)) await bus.publish(channel, sample);
    await eventuallyEqual(() => sorted(begun), [1, 2]);
    await bus.unsubscribe(channel, handler);
    assert.equal(bus.subscriberCount(channel), 1);
    gate.open();
    const rest = await collectGroupNumbers(bus, channel, 'workers');
    await eventuallyEqual(rest, [3]);
    await eventuallyEqual(other, [1, 2, 3]);
    assert.deepEqual(sorted(begun), [1, 2]);
  },
};
