import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { recorded } from '../../recorded.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';
import { numbers } from '../../samples.js';

export const subscribesAgain: ContractCase = {
  name: 'unsubscribe: whoever comes back receives from then on, and what it missed is no gap',
  async run(tools) {
    const bus = tools.bus();
    const publisher = tools.bus();
    const channel = sampleChannel(tools.name());
    const gaps = recorded(bus, 'gap');
    const received: number[] = [];
    const handler = ({ data }: { readonly data: Sample }): void => void received.push(data.n);
    for (const round of numbers(0, 4)) {
      await bus.subscribe(channel, handler);
      await publisher.publish(channel, { n: 2 * round });
      await eventually(() => assert.equal(received.at(-1), 2 * round));
      await bus.unsubscribe(channel, handler);
      await publisher.publish(channel, { n: 2 * round + 1 });
    }
    assert.deepEqual(received, [0, 2, 4, 6, 8]);
    assert.deepEqual(gaps, []);
  },
};
