import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';

export const keepsTheOtherChannels: ContractCase = {
  name: 'unsubscribe: a subscription to several channels keeps those that it was not unsubscribed from',
  async run(tools) {
    const bus = tools.bus();
    const [left, kept] = [sampleChannel(tools.name('left')), sampleChannel(tools.name('kept'))];
    const received: [string, number][] = [];
    const subscription = await bus.subscribe(
      [left, kept],
      (event) => void received.push([event.channel, event.data.n]),
    );
    const others = await collectNumbers(bus, left);
    await bus.unsubscribe(left, () => {});
    assert.deepEqual(subscription.channels, [kept.name, left.name]);
    await bus.unsubscribe(left);
    assert.deepEqual([subscription.channels, subscription.closed], [[kept.name], false]);
    await bus.publish(left, { n: 1 });
    await bus.publish(kept, { n: 2 });
    await eventuallyEqual(received, [[kept.name, 2]]);
    assert.deepEqual(others, []);
    await bus.unsubscribe(kept);
    assert.equal(subscription.closed, true);
  },
};
