import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';

export const servesSeveralChannels: ContractCase = {
  name: 'delivery: one subscription takes events of several channels, each named once, however often it is listed',
  async run(tools) {
    const bus = tools.bus();
    const placed = sampleChannel(tools.name('placed'));
    const shipped = sampleChannel(tools.name('shipped'));
    const received: [string, number][] = [];
    const subscription = await bus.subscribe([shipped, placed, shipped], (event) => {
      received.push([event.channel, event.data.n]);
    });
    assert.deepEqual(subscription.channels, [placed.name, shipped.name]);
    await bus.publish(placed, { n: 1 });
    await eventually(() => assert.equal(received.length, 1));
    await bus.publish(shipped, { n: 2 });
    await eventuallyEqual(received, [
      [placed.name, 1],
      [shipped.name, 2],
    ]);
  },
};
