import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';

export const unsubscribesEverybody: ContractCase = {
  name: 'unsubscribe: unsubscribe(channel) ends every handler and stream of the channel',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const other = tools.bus();
    const [first, second] = [await collectNumbers(bus, channel), await collectNumbers(bus, channel)];
    const stream = bus.events(channel);
    await stream.ready;
    const waiting = stream.next();
    const elsewhere = await collectNumbers(other, channel);
    await bus.unsubscribe(channel);
    assert.deepEqual([bus.subscriberCount(channel), bus.channels()], [0, []]);
    assert.deepEqual(await waiting, { done: true, value: undefined });
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(elsewhere, [1]);
    assert.deepEqual([first, second], [[], []]);
  },
};
