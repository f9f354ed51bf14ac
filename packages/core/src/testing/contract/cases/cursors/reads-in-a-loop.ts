import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { readNumbers } from '../../read-numbers.js';
import { numbers, samples } from '../../samples.js';

export const readsInALoop: ContractCase = {
  name: 'cursors: events() reads what is kept and then what is published, in a loop whose end closes it',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    await bus.publishMany(channel, samples(1, 5));
    const stream = bus.events(channel, { from: 'start' });
    const read: number[] = [];
    let cursor = '';
    for await (const event of stream) {
      read.push(event.data.n);
      cursor = event.cursor;
      if (event.data.n === 5) await bus.publish(channel, { n: 6 });
      if (event.data.n === 6) break;
    }
    assert.deepEqual(read, numbers(1, 6));
    await eventually(() => assert.equal(bus.subscriberCount(channel), 0));
    assert.deepEqual(await stream.next(), { done: true, value: undefined });
    await bus.publish(channel, { n: 7 });
    const next = bus.events(channel, { from: cursor });
    assert.deepEqual(await readNumbers(next, 1), [7]);
    await next.close();
  },
};
