import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const refusesBadOptions: ContractCase = {
  name: 'streams: bad options of a stream are refused at once, all of them',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const bad = { maxBuffered: 0, overflow: 'explode' as 'error' };
    const { message } = await refused(() => bus.events(channel, bad), 'invalid_option');
    assert.match(message, /maxBuffered.*overflow/);
    assert.deepEqual(bus.channels(), []);
  },
};
