import assert from 'node:assert/strict';
import type { EventBus } from '../../../../bus/event-bus.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';

export const isDisposable: ContractCase = {
  name: 'lifecycle: await using closes a bus, a subscription and a stream',
  async run(tools) {
    const kept: EventBus[] = [];
    const channel = sampleChannel(tools.name());
    {
      await using bus = tools.bus();
      kept.push(bus);
      {
        await using subscription = await bus.subscribe(channel, () => {});
        await using stream = bus.events(channel);
        await stream.ready;
        assert.deepEqual([subscription.closed, bus.subscriberCount(channel)], [false, 2]);
      }
      assert.equal(bus.subscriberCount(channel), 0);
    }
    assert.equal(kept[0]?.status, 'closed');
  },
};
