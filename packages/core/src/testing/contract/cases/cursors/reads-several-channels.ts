import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { readNumbers } from '../../read-numbers.js';
import type { Sample } from '../../sample-channel.js';
import { samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const readsSeveralChannels: ContractCase = {
  name: 'cursors: a reader and a stream may read several channels, each in its order, and go on without one of them',
  async run(tools) {
    const bus = tools.bus();
    const [one, two] = [durableChannel(tools.name('one')), durableChannel(tools.name('two'))];
    await bus.publishMany(one, samples(1, 3));
    await bus.publishMany(two, samples(11, 13));
    const read: [string, number][] = [];
    const handler = ({ channel, data }: { readonly channel: string; readonly data: Sample }): void => {
      read.push([channel, data.n]);
    };
    const of = (name: string): readonly number[] => read.filter(([channel]) => channel === name).map(([, n]) => n);
    const subscription = await bus.subscribe([one, two], handler, { from: 'start' });
    const stream = bus.events([one, two], { from: 'start' });
    await eventuallyEqual(
      () => [of(one.name), of(two.name)],
      [
        [1, 2, 3],
        [11, 12, 13],
      ],
    );
    assert.deepEqual(sorted(await readNumbers(stream, 6)), [1, 2, 3, 11, 12, 13]);
    await bus.unsubscribe(one);
    assert.deepEqual([subscription.channels, subscription.closed], [[two.name], false]);
    await bus.publish(one, { n: 4 });
    await bus.publish(two, { n: 14 });
    await eventuallyEqual(() => of(two.name), [11, 12, 13, 14]);
    assert.deepEqual(await readNumbers(stream, 1), [14]);
    assert.deepEqual(of(one.name), [1, 2, 3]);
    await bus.unsubscribe(two);
    assert.deepEqual([subscription.closed, await stream.next()], [true, { done: true, value: undefined }]);
  },
};
