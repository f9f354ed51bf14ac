import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const unsubscribesTwice: ContractCase = {
  name: 'unsubscribe: unsubscribing twice, or what was never subscribed, does nothing',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const handler = (): void => {};
    await bus.unsubscribe(channel);
    await bus.unsubscribe(channel, handler);
    await bus.subscribe(channel, handler);
    const staying = await collectNumbers(bus, channel);
    await Promise.all([bus.unsubscribe(channel, handler), bus.unsubscribe(channel, handler)]);
    await bus.unsubscribe(channel, handler);
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(staying, [1]);
    assert.deepEqual(errors, []);
  },
};
