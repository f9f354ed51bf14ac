import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const givesUpOnThoseWhoLeft: ContractCase = {
  name: 'lifecycle: close() also gives up on a handler that hangs and whose subscription has ended',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const signals: AbortSignal[] = [];
    const subscription = await bus.subscribe(channel, (_event, { signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    await bus.publish(channel, { n: 1 });
    await eventually(() => assert.equal(signals.length, 1));
    await subscription.close();
    assert.equal(bus.health().running, 1);
    await bus.close({ timeoutMs: 50 });
    assert.deepEqual([signals[0]?.aborted, errors.map(({ code }) => code)], [true, ['close_timeout']]);
  },
};
