import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';

export const takesListenersInListeners: ContractCase = {
  name: 'failures: listeners may be added and removed while listeners are called',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const log: string[] = [];
    const stop = bus.on('invalid', () => {
      log.push('outer');
      stop();
      bus.on('invalid', () => void log.push('inner'));
    });
    const received = await collectNumbers(bus, channel);
    await tools.sendRaw(channel, 'nonsense');
    await tools.sendRaw(channel, 'nonsense');
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1]);
    assert.deepEqual(log, ['outer', 'inner']);
  },
};
