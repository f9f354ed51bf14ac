import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const publishesToNobody: ContractCase = {
  name: 'delivery: publishing to nobody is no failure',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const published = await bus.publish(channel, { n: 1 });
    const many = await bus.publishMany(channel, samples(2, 3));
    assert.equal(new Set([published, ...many].map(({ id }) => id)).size, 3);
    assert.deepEqual(bus.channels(), []);
    assert.equal(bus.health().totals.published, 3);
    assert.deepEqual(errors, []);
  },
};
