import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { groupFacts } from '../../group-facts.js';
import { refused } from '../../refused.js';
import { numbers, samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const endsWhileJoining: ContractCase = {
  name: 'durable lifecycle: what is unsubscribed, or aborted, while it subscribes takes no event from others',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    const controller = new AbortController();
    const handler = (): void => {};
    const aborting = bus.subscribe(channel, handler, { group: 'workers', signal: controller.signal });
    controller.abort();
    await refused(aborting, 'aborted');
    const subscribing = bus.subscribe(channel, handler, { group: 'workers' });
    await Promise.all([bus.unsubscribe(channel), subscribing.catch(() => {})]);
    await bus.unsubscribe(channel);
    const handled = await collectGroupNumbers(other, channel, 'workers');
    await other.publishMany(channel, samples(1, 20));
    await eventuallyEqual(() => sorted(handled), numbers(1, 20));
    assert.deepEqual(bus.channels(), []);
    await eventually(async () => assert.equal((await groupFacts(other, channel, 'workers')).members, 1));
  },
};
