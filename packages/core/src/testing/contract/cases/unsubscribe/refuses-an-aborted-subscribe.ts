import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const refusesAnAbortedSubscribe: ContractCase = {
  name: 'unsubscribe: subscribe() with a signal that is aborted, or fires before it resolves, rejects and leaves nothing behind',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const reason = new Error('no longer wanted');
    const early = await refused(
      bus.subscribe(channel, () => {}, { signal: AbortSignal.abort(reason) }),
      'aborted',
    );
    assert.equal(early.cause, reason);
    const controller = new AbortController();
    const subscribing = bus.subscribe(channel, () => {}, { signal: controller.signal });
    controller.abort(reason);
    const midway = await refused(subscribing, 'aborted');
    assert.equal(midway.cause, reason);
    assert.deepEqual(bus.channels(), []);
  },
};
