import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const skipsMalformedBytes: ContractCase = {
  name: 'validation: bytes that are no JSON are reported as malformed, and the bus goes on',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const invalid = recorded(bus, 'invalid');
    const received = await collectNumbers(bus, channel);
    const frames = ['{"specversion":', '', 'undefined', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), new Uint8Array()];
    for (const frame of frames) await tools.sendRaw(channel, frame);
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1]);
    assert.deepEqual(
      invalid.map(({ reason, channel: where, eventId }) => [reason, where, eventId]),
      frames.map(() => ['malformed', channel.name, undefined]),
    );
    assert.equal(bus.health().totals.invalid, frames.length);
  },
};
