import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';
import { type SampleChannel, sampleChannel } from '../../sample-channel.js';

export const refusesWhatIsNoChannel: ContractCase = {
  name: 'delivery: what is no channel, no handler or no list is refused in words',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const notOne = { name: channel.name } as SampleChannel;
    await refused(bus.publish(notOne, { n: 1 }), 'invalid_option');
    await refused(
      bus.subscribe(notOne, () => {}),
      'invalid_option',
    );
    await refused(
      bus.subscribe([], () => {}),
      'invalid_option',
    );
    await refused(bus.subscribe(channel, 'handler' as never), 'invalid_option');
    await refused(bus.publishMany(channel, { n: 1 } as never), 'invalid_option');
    assert.deepEqual(bus.channels(), []);
  },
};
