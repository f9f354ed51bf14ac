import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { recorded } from '../../recorded.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const closesOnce: ContractCase = {
  name: 'lifecycle: every call of close() returns the same promise, also one made by a listener to the status',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    await bus.publish(channel, { n: 1 });
    const changes = recorded(bus, 'status');
    const inside: Promise<unknown>[] = [];
    bus.on('status', () => {
      inside.push(bus.close());
      inside.push(refused(bus.publish(channel, { n: 2 }), 'closed'));
    });
    const closing = bus.close();
    assert.equal(bus.close({ drain: false }), closing);
    await closing;
    assert.equal(bus.close(), closing);
    assert.equal(inside[0], closing);
    await Promise.all(inside);
    assert.equal(changes.length, 1);
  },
};
