import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { rawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const keepsTheRestOfABatch: ContractCase = {
  name: 'validation: one bad element of a batch harms no other',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const invalid = recorded(bus, 'invalid');
    const received = await collectNumbers(bus, channel);
    const batch = [
      rawEvent(channel, { id: 'a', data: { n: 1 } }),
      null,
      rawEvent(channel, { id: 'b', data: { n: 'two' } }),
      rawEvent(channel, { id: 'c', data: { n: 2 } }),
      rawEvent(channel, { id: 'd' }),
      rawEvent(channel, { id: 'e', data: { n: 3 } }),
    ];
    await tools.sendRaw(channel, JSON.stringify(batch));
    await eventuallyEqual(received, [1, 2, 3]);
    assert.deepEqual(
      invalid.map(({ reason, eventId }) => [reason, eventId]),
      [
        ['envelope', undefined],
        ['schema', 'b'],
        ['envelope', 'd'],
      ],
    );
  },
};
