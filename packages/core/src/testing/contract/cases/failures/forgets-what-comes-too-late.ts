import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { recorded } from '../../recorded.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';

export const forgetsWhatComesTooLate: ContractCase = {
  name: 'failures: what a handler does after it has timed out is not reported a second time',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const gate = new Gate();
    const received: number[] = [];
    const handler = async ({ data: { n } }: { readonly data: Sample }): Promise<void> => {
      received.push(n);
      if (n > 1) return;
      await gate.passed;
      throw new Error('too late');
    };
    await bus.subscribe(channel, handler, { handlerTimeoutMs: 20 });
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(() => errors.map(({ code }) => code), ['handler_timeout']);
    gate.open();
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(received, [1, 2]);
    await eventually(() => assert.equal(bus.health().totals.delivered, 1));
    assert.deepEqual([errors.length, bus.health().totals.failed, bus.health().running], [1, 1, 0]);
  },
};
