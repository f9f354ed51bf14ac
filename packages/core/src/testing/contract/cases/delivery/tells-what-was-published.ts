import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const tellsWhatWasPublished: ContractCase = {
  name: 'delivery: publish() and publishMany() tell id, channel, version and time of what they published',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const time = new Date('2020-02-02T02:02:02.020Z');
    const received = await collect(bus, channel);
    const published = await bus.publish(channel, { n: 1 }, { id: 'my-id', time });
    assert.deepEqual(published, { id: 'my-id', channel: channel.name, version: 1, time });
    const many = await bus.publishMany(channel, samples(2, 3), { time });
    await eventually(() => assert.equal(received.length, 3));
    assert.deepEqual(
      received.map((event) => ({ id: event.id, channel: event.channel, version: event.version, time: event.time })),
      [published, ...many],
    );
  },
};
