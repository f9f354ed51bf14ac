import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const reportsListenersThatThrow: ContractCase = {
  name: 'failures: a listener that throws or rejects is reported as listener_failed, and the others are still called',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const [thrown, rejected] = [new Error('thrown'), new Error('rejected')];
    bus.on('invalid', () => {
      throw thrown;
    });
    bus.on('invalid', async () => {
      throw rejected;
    });
    const invalid = recorded(bus, 'invalid');
    const received = await collectNumbers(bus, channel);
    await tools.sendRaw(channel, 'nonsense');
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1]);
    assert.equal(invalid.length, 1);
    await eventuallyEqual(
      () => errors.map(({ code, cause }) => [code, cause]),
      [
        ['listener_failed', thrown],
        ['listener_failed', rejected],
      ],
    );
  },
};
