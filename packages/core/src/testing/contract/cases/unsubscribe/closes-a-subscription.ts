import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';

export const closesASubscription: ContractCase = {
  name: 'unsubscribe: subscription.close() ends it, as often as it is called',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gone: number[] = [];
    const subscription = await bus.subscribe(channel, ({ data }) => void gone.push(data.n));
    const staying = await collectNumbers(bus, channel);
    assert.deepEqual([subscription.closed, subscription.channels], [false, [channel.name]]);
    await Promise.all([subscription.close(), subscription.close()]);
    await subscription.close();
    await subscription[Symbol.asyncDispose]();
    assert.deepEqual([subscription.closed, subscription.channels], [true, []]);
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(staying, [1]);
    assert.deepEqual(gone, []);
  },
};
