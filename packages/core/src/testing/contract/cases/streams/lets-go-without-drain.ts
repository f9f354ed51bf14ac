import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const letsGoWithoutDrain: ContractCase = {
  name: 'streams: closing the bus without draining lets go of what is buffered',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const stream = bus.events(channel);
    await stream.ready;
    await bus.publishMany(channel, samples(1, 3));
    await eventually(() => assert.equal(stream.buffered, 3));
    await bus.close({ drain: false });
    assert.deepEqual(await stream.next(), { done: true, value: undefined });
  },
};
