import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { recorded } from '../../recorded.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const dropsTheNewestOfAQueue: ContractCase = {
  name: 'overflow: a full queue of a handler drops the newest if told to',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gaps = recorded(bus, 'gap');
    const gate = new Gate();
    const received: number[] = [];
    const handler = async ({ data }: { readonly data: Sample }): Promise<void> => {
      received.push(data.n);
      await gate.passed;
    };
    const subscription = await bus.subscribe(channel, handler, { maxQueued: 3, overflow: 'drop-newest' });
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1]);
    await bus.publishMany(channel, samples(2, 11));
    await eventually(() => assert.deepEqual([subscription.dropped, subscription.queued], [7, 3]));
    gate.open();
    await eventuallyEqual(received, [1, 2, 3, 4]);
    assert.equal(
      gaps.reduce((sum, { count = 0 }) => sum + count, 0),
      7,
    );
  },
};
