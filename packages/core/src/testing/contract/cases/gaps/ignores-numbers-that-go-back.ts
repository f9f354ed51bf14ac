import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers } from '../../samples.js';

export const ignoresNumbersThatGoBack: ContractCase = {
  name: 'gaps: numbers that go back or are repeated are no gap, and their events are delivered',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gaps = recorded(bus, 'gap');
    const received = await collectNumbers(bus, channel);
    const sequences = [5, 5, 3, 4, 6, 'seven', '-8', 9.5, null, 7];
    for (const [n, sequence] of sequences.entries()) {
      const text =
        typeof sequence === 'number' && Number.isInteger(sequence) ? String(sequence).padStart(16, '0') : sequence;
      await sendRawEvent(tools, channel, { epoch: 'life', sequence: text, data: { n } });
    }
    await eventuallyEqual(received, numbers(0, 9));
    assert.deepEqual(gaps, []);
  },
};
