import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const endsWithTheBus: ContractCase = {
  name: 'streams: closing the bus ends the loop after what is buffered',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const [waiting, holding] = [bus.events(channel), bus.events(channel)];
    await Promise.all([waiting.ready, holding.ready]);
    const next = waiting.next();
    const second = waiting.next();
    await bus.publishMany(channel, samples(1, 1));
    assert.equal((await next).value?.data.n, 1);
    await eventually(() => assert.equal(holding.buffered, 1));
    await bus.close();
    assert.deepEqual(await second, { done: true, value: undefined });
    const read: number[] = [];
    for await (const event of holding) read.push(event.data.n);
    assert.deepEqual(read, [1]);
    await holding.close();
  },
};
