import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';

export const endsWhenItsSignalFires: ContractCase = {
  name: 'unsubscribe: an aborted signal ends the subscription',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const controller = new AbortController();
    const gone: number[] = [];
    const { signal } = controller;
    const subscription = await bus.subscribe(channel, ({ data }) => void gone.push(data.n), { signal });
    const staying = await collectNumbers(bus, channel);
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(gone, [1]);
    controller.abort();
    assert.equal(subscription.closed, true);
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(staying, [1, 2]);
    assert.deepEqual([gone, bus.subscriberCount(channel)], [[1], 1]);
  },
};
