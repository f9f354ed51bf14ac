import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const countsListenersApart: ContractCase = {
  name: 'failures: a listener that is added twice is called twice, and each is removed by its own function',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    let calls = 0;
    const listener = (): void => {
      calls += 1;
    };
    const [first, second] = [bus.on('published', listener), bus.on('published', listener)];
    await bus.publish(channel, { n: 1 });
    await eventually(() => assert.equal(calls, 2));
    first();
    first();
    await bus.publish(channel, { n: 2 });
    await eventually(() => assert.equal(calls, 3));
    second();
    await bus.publish(channel, { n: 3 });
    assert.equal(calls, 3);
    await refused(() => bus.on('nothing' as never, listener), 'invalid_option');
    await refused(() => bus.on('error', 'listener' as never), 'invalid_option');
  },
};
