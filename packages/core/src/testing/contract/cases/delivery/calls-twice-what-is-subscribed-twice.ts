import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';

export const callsTwiceWhatIsSubscribedTwice: ContractCase = {
  name: 'delivery: a handler that is subscribed twice is called twice, and each subscription ends by itself',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received: number[] = [];
    const handler = (event: { readonly data: Sample }): void => void received.push(event.data.n);
    const first = await bus.subscribe(channel, handler);
    const second = await bus.subscribe(channel, handler);
    assert.equal(bus.subscriberCount(channel), 2);
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1, 1]);
    await first.close();
    assert.deepEqual([first.closed, second.closed, bus.subscriberCount(channel)], [true, false, 1]);
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(received, [1, 1, 2]);
    await second.close();
    assert.equal(bus.subscriberCount(channel), 0);
  },
};
