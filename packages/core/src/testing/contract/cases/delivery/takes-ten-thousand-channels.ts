import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers } from '../../samples.js';

export const takesTenThousandChannels: ContractCase = {
  name: 'delivery: ten thousand channels',
  async run(tools) {
    const bus = tools.bus();
    const channels = numbers(1, 10_000).map((n) => sampleChannel(tools.name(`c${n}`)));
    const received = new Set<string>();
    const subscription = await bus.subscribe(channels, (event) => void received.add(event.channel));
    assert.equal(bus.channels().length, 10_000);
    await Promise.all(channels.map((channel, n) => bus.publish(channel, { n })));
    await eventually(() => assert.equal(received.size, 10_000), { timeoutMs: 15_000 });
    await subscription.close();
    assert.deepEqual(bus.channels(), []);
  },
};
