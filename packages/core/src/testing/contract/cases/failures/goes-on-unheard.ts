import assert from 'node:assert/strict';
import { isTidingsError } from '../../../../errors/tidings-error.js';
import { consoleCalls } from '../../console-calls.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const goesOnUnheard: ContractCase = {
  name: 'failures: without a listener, errors are written to the console, and the bus goes on',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received: number[] = [];
    const calls = await consoleCalls('error', async () => {
      await bus.subscribe(channel, ({ data: { n } }) => {
        received.push(n);
        if (n < 3) throw new Error('no');
      });
      await bus.publishMany(channel, samples(1, 3));
      await eventuallyEqual(received, [1, 2, 3]);
    });
    const errors = calls
      .flat()
      .filter((value) => isTidingsError(value, 'handler_failed') && value.channel === channel.name);
    assert.equal(errors.length, 2);
  },
};
