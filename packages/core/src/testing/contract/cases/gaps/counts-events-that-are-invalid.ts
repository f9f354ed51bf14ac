import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const countsEventsThatAreInvalid: ContractCase = {
  name: 'gaps: an event that is refused is reported as invalid, and is no gap besides',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const [gaps, invalid] = [recorded(bus, 'gap'), recorded(bus, 'invalid')];
    const received = await collectNumbers(bus, channel);
    for (const n of [1, 2.5, 3]) {
      const sequence = String(Math.floor(n)).padStart(16, '0');
      await sendRawEvent(tools, channel, { epoch: 'life', sequence, data: { n } });
    }
    await eventuallyEqual(received, [1, 3]);
    assert.deepEqual([gaps, invalid.length], [[], 1]);
  },
};
