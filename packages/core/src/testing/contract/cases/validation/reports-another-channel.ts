import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const reportsAnotherChannel: ContractCase = {
  name: 'validation: an event whose type names another channel is reported as unknown_channel',
  async run(tools) {
    const bus = tools.bus();
    const [channel, other] = [sampleChannel(tools.name()), sampleChannel(tools.name('other'))];
    const invalid = recorded(bus, 'invalid');
    const received = await collectNumbers(bus, channel);
    await sendRawEvent(tools, channel, { type: other.name, id: 'stray', data: { n: 0 } });
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1]);
    assert.deepEqual(
      invalid.map(({ reason, channel: where, eventId }) => [reason, where, eventId]),
      [['unknown_channel', channel.name, 'stray']],
    );
  },
};
