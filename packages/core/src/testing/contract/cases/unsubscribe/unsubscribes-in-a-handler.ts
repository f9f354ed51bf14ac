import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const unsubscribesInAHandler: ContractCase = {
  name: 'unsubscribe: a handler may unsubscribe itself, and gets nothing of what waits for it',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gone: number[] = [];
    const handler = async ({ data }: { readonly data: Sample }): Promise<void> => {
      gone.push(data.n);
      await bus.unsubscribe(channel, handler);
    };
    await bus.subscribe(channel, handler);
    const staying = await collectNumbers(bus, channel);
    await bus.publishMany(channel, samples(1, 5));
    await eventuallyEqual(staying, numbers(1, 5));
    await bus.publish(channel, { n: 6 });
    await eventuallyEqual(staying, numbers(1, 6));
    assert.deepEqual(gone, [1]);
  },
};
