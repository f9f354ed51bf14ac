import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const dropsTheNewest: ContractCase = {
  name: 'streams: a full buffer drops the newest if told to',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gaps = recorded(bus, 'gap');
    const stream = bus.events(channel, { maxBuffered: 3, overflow: 'drop-newest' });
    await stream.ready;
    await bus.publishMany(channel, samples(1, 10));
    await eventually(() => assert.deepEqual([stream.dropped, stream.buffered], [7, 3]));
    assert.equal((await stream.next()).value?.data.n, 1);
    await eventually(() =>
      assert.equal(
        gaps.reduce((sum, { count = 0 }) => sum + count, 0),
        7,
      ),
    );
  },
};
