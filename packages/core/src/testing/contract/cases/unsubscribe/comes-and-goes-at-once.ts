import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';
import { numbers } from '../../samples.js';

export const comesAndGoesAtOnce: ContractCase = {
  name: 'unsubscribe: whatever is asked of one channel at the same time, the last wish holds',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received: number[] = [];
    const handler = ({ data }: { readonly data: Sample }): void => void received.push(data.n);
    const asked: Promise<unknown>[] = [];
    for (const _ of numbers(1, 10)) asked.push(bus.subscribe(channel, handler), bus.unsubscribe(channel));
    asked.push(bus.subscribe(channel, handler));
    await Promise.all(asked);
    assert.equal(bus.subscriberCount(channel), 1);
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1]);
    await Promise.all([bus.unsubscribe(channel), bus.subscribe(channel, handler), bus.unsubscribe(channel)]);
    assert.deepEqual(bus.channels(), []);
  },
};
