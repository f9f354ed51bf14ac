import assert from 'node:assert/strict';
import { channelsMatching } from '../../../../channel/channels-matching.js';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const namesWhatThereIs: ContractCase = {
  name: 'patterns: a pattern that matches nothing, or is malformed, is refused, naming what there is',
  async run() {
    const channels = ['order.placed', 'user.joined'].map((name) => sampleChannel(name));
    const { message } = await refused(() => channelsMatching(channels, 'orders.*'), 'invalid_option');
    assert.match(message, /order\.placed, user\.joined/);
    for (const pattern of ['placed', 'order', 'order.placed.*', 'order.pl*', 'order..placed', '', '**', 'order.']) {
      await refused(() => channelsMatching(channels, pattern), 'invalid_option');
    }
  },
};
