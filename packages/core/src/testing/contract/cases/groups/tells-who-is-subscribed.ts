import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { Gate } from '../../gate.js';
import { samples } from '../../samples.js';

export const tellsWhoIsSubscribed: ContractCase = {
  name: 'groups: channels(), subscriberCount() and the subscription tell of members, readers and streams',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    assert.deepEqual([bus.channels(), bus.subscriberCount(channel)], [[], 0]);
    const gate = new Gate();
    const member = await bus.subscribe(channel, () => gate.passed, { group: 'workers' });
    const reader = await bus.subscribe(channel, () => {}, { from: 'new' });
    const stream = bus.events(channel, { from: 'new' });
    await stream.ready;
    assert.deepEqual([bus.channels(), bus.subscriberCount(channel)], [[channel.name], 3]);
    assert.deepEqual([member.channels, member.closed, member.queued, member.dropped], [[channel.name], false, 0, 0]);
    assert.deepEqual([reader.channels, reader.closed, reader.queued, reader.dropped], [[channel.name], false, 0, 0]);
    await bus.publishMany(channel, samples(1, 5));
    await eventually(() => assert.equal(member.queued, 4));
    await stream.close();
    await reader.close();
    await Promise.all([member.close(), member.close()]);
    assert.deepEqual([member.closed, member.queued, reader.closed], [true, 0, true]);
    assert.deepEqual([bus.channels(), bus.subscriberCount(channel)], [[], 0]);
    gate.open();
  },
};
