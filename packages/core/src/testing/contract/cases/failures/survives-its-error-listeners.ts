import assert from 'node:assert/strict';
import { isTidingsError } from '../../../../errors/tidings-error.js';
import { consoleCalls } from '../../console-calls.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const survivesItsErrorListeners: ContractCase = {
  name: 'failures: an error listener that throws or rejects is written to the console, and the bus goes on',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received: number[] = [];
    const [thrown, rejected] = [new Error('thrown'), new Error('rejected')];
    bus.on('error', () => {
      throw thrown;
    });
    bus.on('error', async () => {
      throw rejected;
    });
    const errors = recorded(bus, 'error');
    const causes = (calls: readonly unknown[][]): unknown[] =>
      calls.flat().flatMap((value) => (isTidingsError(value, 'listener_failed') ? [value.cause] : []));
    const calls = await consoleCalls('error', async () => {
      await bus.subscribe(channel, ({ data: { n } }) => {
        received.push(n);
        if (n === 1) throw new Error('no');
      });
      await bus.publishMany(channel, samples(1, 2));
      await eventuallyEqual(received, [1, 2]);
    });
    assert.deepEqual(new Set(causes(calls)), new Set([thrown, rejected]));
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['handler_failed'],
    );
  },
};
