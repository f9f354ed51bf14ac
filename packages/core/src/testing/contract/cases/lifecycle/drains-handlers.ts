import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { Gate } from '../../gate.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const drainsHandlers: ContractCase = {
  name: 'lifecycle: close() waits for handlers to work off what has arrived',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const gate = new Gate();
    const handled: number[] = [];
    const subscription = await bus.subscribe(channel, async ({ data: { n } }) => {
      await gate.passed;
      handled.push(n);
    });
    await bus.publishMany(channel, samples(1, 5));
    await eventually(() => assert.equal(subscription.queued, 4));
    let closed = false;
    const closing = bus.close().then(() => {
      closed = true;
    });
    await eventually(() => assert.equal(bus.status, 'closed'));
    assert.deepEqual([closed, handled], [false, []]);
    gate.open();
    await closing;
    assert.deepEqual(handled, [1, 2, 3, 4, 5]);
    assert.deepEqual([errors, subscription.closed, subscription.channels], [[], true, []]);
  },
};
