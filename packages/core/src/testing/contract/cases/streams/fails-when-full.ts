import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const failsWhenFull: ContractCase = {
  name: 'streams: a full buffer ends the stream with an error if told to, after what it holds',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gaps = recorded(bus, 'gap');
    const stream = bus.events(channel, { maxBuffered: 3, overflow: 'error' });
    await stream.ready;
    await bus.publishMany(channel, samples(1, 10));
    await eventually(() => assert.equal(bus.subscriberCount(channel), 0));
    const read: number[] = [];
    const loop = async (): Promise<void> => {
      for await (const event of stream) read.push(event.data.n);
    };
    const error = await refused(loop(), 'queue_full');
    assert.equal(error.channel, channel.name);
    assert.deepEqual(read, [1, 2, 3]);
    assert.deepEqual(await stream.next(), { done: true, value: undefined });
    assert.equal(stream.dropped, 1);
    await eventuallyEqual(() => gaps.map(({ reason, count }) => [reason, count]), [['overflow', 1]]);
    const received = await collectNumbers(bus, channel);
    await bus.publish(channel, { n: 11 });
    await eventuallyEqual(received, [11]);
  },
};
