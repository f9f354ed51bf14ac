import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const waitsForItselfOnlySoLong: ContractCase = {
  name: 'lifecycle: a handler that waits for close() waits until its timeout',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const closings: Promise<void>[] = [];
    await bus.subscribe(channel, async () => {
      const closing = bus.close({ timeoutMs: 50 });
      closings.push(closing);
      await closing;
    });
    await bus.publish(channel, { n: 1 });
    await eventually(() => assert.equal(closings.length, 1));
    await Promise.all(closings);
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['close_timeout'],
    );
  },
};
