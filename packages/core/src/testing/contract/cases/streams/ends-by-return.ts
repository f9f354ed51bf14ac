import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';

export const endsByReturn: ContractCase = {
  name: 'streams: return() ends it, also for those who wait',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const stream = bus.events(channel);
    await stream.ready;
    const waiting = stream.next();
    assert.deepEqual(await stream.return(), { done: true, value: undefined });
    assert.deepEqual(await waiting, { done: true, value: undefined });
    assert.equal(bus.subscriberCount(channel), 0);
  },
};
