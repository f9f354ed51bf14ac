import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const takesTenThousandHandlers: ContractCase = {
  name: 'delivery: ten thousand handlers of one channel',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    let calls = 0;
    const handler = (): void => {
      calls += 1;
    };
    await Promise.all(numbers(1, 10_000).map(() => bus.subscribe(channel, handler)));
    assert.equal(bus.subscriberCount(channel), 10_000);
    await bus.publishMany(channel, samples(1, 3));
    await eventually(() => assert.equal(calls, 30_000), { timeoutMs: 15_000 });
    await bus.unsubscribe(channel, handler);
    assert.equal(bus.subscriberCount(channel), 0);
  },
};
