import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';

export const unsubscribesAHandler: ContractCase = {
  name: 'unsubscribe: unsubscribe(channel, handler) ends all subscriptions of that handler and no other',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gone: number[] = [];
    const handler = ({ data }: { readonly data: Sample }): void => void gone.push(data.n);
    const subscriptions = [await bus.subscribe(channel, handler), await bus.subscribe(channel, handler)];
    const staying = await collectNumbers(bus, channel);
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(gone, [1, 1]);
    await bus.unsubscribe(channel, handler);
    assert.deepEqual(
      subscriptions.map(({ closed, channels }) => [closed, channels]),
      [
        [true, []],
        [true, []],
      ],
    );
    assert.equal(bus.subscriberCount(channel), 1);
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(staying, [1, 2]);
    assert.deepEqual(gone, [1, 1]);
  },
};
