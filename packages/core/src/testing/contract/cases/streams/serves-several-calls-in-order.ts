import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const servesSeveralCallsInOrder: ContractCase = {
  name: 'streams: several calls of next() may wait at once and are served in order',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const stream = bus.events(channel);
    await stream.ready;
    const waiting = numbers(1, 5).map(() => stream.next());
    await bus.publishMany(channel, samples(1, 7));
    assert.deepEqual(
      (await Promise.all(waiting)).map(({ value }) => value?.data.n),
      [1, 2, 3, 4, 5],
    );
    await eventually(() => assert.equal(stream.buffered, 2));
    assert.deepEqual([stream.delivered, stream.dropped], [5, 0]);
    assert.equal((await stream.next()).value?.data.n, 6);
    assert.deepEqual([stream.delivered, stream.buffered], [6, 1]);
  },
};
