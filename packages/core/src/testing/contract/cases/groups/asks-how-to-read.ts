import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { refused } from '../../refused.js';

export const asksHowToRead: ContractCase = {
  name: 'groups: a durable channel without group and without from is refused, and told what to say',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const nothing = {} as { group: string };
    const { message } = await refused(
      bus.subscribe(channel, () => {}, nothing),
      'invalid_option',
    );
    assert.match(message, /group.*from/);
    const noPlace = {} as { from: 'start' };
    assert.match((await refused(() => bus.events(channel, noPlace), 'invalid_option')).message, /from/);
    const missing = undefined as unknown as { group: string };
    await refused(
      bus.subscribe(channel, () => {}, missing),
      'invalid_option',
    );
    await refused(() => bus.events(channel, missing as unknown as { from: 'start' }), 'invalid_option');
    assert.deepEqual(bus.channels(), []);
  },
};
