import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { type DurableSampleChannel, durableChannel } from '../../durable-channel.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const refusesMixedChannels: ContractCase = {
  name: 'groups: broadcast and durable channels in one subscription or stream are refused',
  async run(tools) {
    const bus = tools.bus();
    const [durable, broadcast] = [durableChannel(tools.name('durable')), sampleChannel(tools.name('broadcast'))];
    // As plain JavaScript could ask for it.
    const both = [broadcast, durable] as unknown as readonly DurableSampleChannel[];
    await refused(
      bus.subscribe(both, () => {}, { group: 'workers' }),
      'invalid_option',
    );
    await refused(
      bus.subscribe(both, () => {}, { from: 'start' }),
      'invalid_option',
    );
    await refused(() => bus.events(both, { from: 'start' }), 'invalid_option');
    assert.deepEqual(bus.channels(), []);
  },
};
