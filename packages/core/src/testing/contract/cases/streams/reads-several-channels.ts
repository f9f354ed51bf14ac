import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';

export const readsSeveralChannels: ContractCase = {
  name: 'streams: a stream of several channels loses only the channel it is unsubscribed from',
  async run(tools) {
    const bus = tools.bus();
    const [left, kept] = [sampleChannel(tools.name('left')), sampleChannel(tools.name('kept'))];
    const stream = bus.events([left, kept]);
    await stream.ready;
    await bus.publish(left, { n: 1 });
    await eventually(() => assert.equal(stream.buffered, 1));
    await bus.publish(kept, { n: 2 });
    await eventually(() => assert.equal(stream.buffered, 2));
    await bus.unsubscribe(left);
    assert.deepEqual([bus.channels(), stream.buffered], [[kept.name], 1]);
    const { value } = await stream.next();
    assert.deepEqual([value?.channel, value?.data.n], [kept.name, 2]);
  },
};
