import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const refusesWorkWhenClosed: ContractCase = {
  name: 'lifecycle: a closed bus refuses work and still answers questions',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const subscription = await bus.subscribe(channel, () => {});
    const { body } = bus.encode(channel, { n: 1 });
    const closing = bus.close();
    for (const _ of ['while it closes', 'when it is closed']) {
      await refused(bus.publish(channel, { n: 1 }), 'closed');
      await refused(bus.publishMany(channel, samples(1, 2)), 'closed');
      await refused(bus.publishEncoded(channel, body), 'closed');
      await refused(
        bus.subscribe(channel, () => {}),
        'closed',
      );
      await refused(() => bus.events(channel), 'closed');
      await closing;
    }
    await bus.unsubscribe(channel);
    await subscription.close();
    assert.deepEqual([subscription.closed, bus.channels(), bus.subscriberCount(channel)], [true, [], 0]);
    assert.deepEqual([bus.status, bus.health().status, bus.health().outgoing], ['closed', 'closed', 0]);
    assert.deepEqual(bus.encode(channel, { n: 2 }).channel, channel.name);
  },
};
