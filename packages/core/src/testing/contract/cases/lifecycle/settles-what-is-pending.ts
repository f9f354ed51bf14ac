import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const settlesWhatIsPending: ContractCase = {
  name: 'lifecycle: closing settles what was asked for just before',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const subscribing = refused(
      bus.subscribe(channel, () => {}),
      'closed',
    );
    const stream = bus.events(channel);
    const reading = stream.next();
    const leaving = bus.unsubscribe(sampleChannel(tools.name('other')));
    await bus.close();
    await subscribing;
    assert.deepEqual(await reading, { done: true, value: undefined });
    await leaving;
    await Promise.allSettled([stream.ready]);
    assert.deepEqual(bus.channels(), []);
  },
};
