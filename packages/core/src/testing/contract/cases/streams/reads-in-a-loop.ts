import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const readsInALoop: ContractCase = {
  name: 'streams: a loop reads what comes from ready on, and leaving it unsubscribes',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const stream = bus.events(channel);
    await stream.ready;
    assert.equal(bus.subscriberCount(channel), 1);
    await bus.publishMany(channel, samples(1, 5));
    const read: number[] = [];
    for await (const event of stream) {
      read.push(event.data.n);
      if (read.length === 3) break;
    }
    assert.deepEqual(read, [1, 2, 3]);
    assert.equal(bus.subscriberCount(channel), 0);
    assert.equal(stream.buffered, 0);
    assert.deepEqual(await stream.next(), { done: true, value: undefined });
  },
};
