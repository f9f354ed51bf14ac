import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';

export const listsChannels: ContractCase = {
  name: 'delivery: channels() and subscriberCount() tell who is there, streams included',
  async run(tools) {
    const bus = tools.bus();
    const [one, two] = [sampleChannel(tools.name('one')), sampleChannel(tools.name('two'))];
    assert.deepEqual([bus.channels(), bus.subscriberCount(one)], [[], 0]);
    const subscription = await bus.subscribe([two, one], () => {});
    const stream = bus.events(two);
    await stream.ready;
    assert.deepEqual(bus.channels(), [one.name, two.name]);
    assert.deepEqual([bus.subscriberCount(one), bus.subscriberCount(two)], [1, 2]);
    await subscription.close();
    assert.deepEqual(bus.channels(), [two.name]);
    await stream.close();
    assert.deepEqual([bus.channels(), bus.subscriberCount(two)], [[], 0]);
  },
};
