import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';

export const deliversToOne: ContractCase = {
  name: 'delivery: an event reaches its one subscriber, complete',
  async run(tools) {
    const bus = tools.bus({ source: '/tests' });
    const channel = sampleChannel(tools.name());
    const received = await collect(bus, channel);
    const published = await bus.publish(channel, { n: 1 });
    await eventually(() => assert.equal(received.length, 1));
    assert.deepEqual(received, [
      { id: published.id, channel: channel.name, version: 1, time: published.time, source: '/tests', data: { n: 1 } },
    ]);
  },
};
