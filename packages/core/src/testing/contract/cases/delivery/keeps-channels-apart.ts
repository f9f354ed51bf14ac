import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';

export const keepsChannelsApart: ContractCase = {
  name: 'delivery: an event reaches no subscriber of another channel',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name('placed'));
    const longer = sampleChannel(tools.name('placed.twice'));
    const [received, elsewhere] = [await collectNumbers(bus, channel), await collectNumbers(bus, longer)];
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1]);
    await bus.publish(longer, { n: 2 });
    await eventuallyEqual(elsewhere, [2]);
    assert.deepEqual(received, [1]);
  },
};
