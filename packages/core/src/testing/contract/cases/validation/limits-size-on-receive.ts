import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { rawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { numbers } from '../../samples.js';

export const limitsSizeOnReceive: ContractCase = {
  name: 'validation: a frame over the limit is reported when it comes in, and the bus goes on',
  async run(tools) {
    const bus = tools.bus({ limits: { eventBytes: 10_000 } });
    const channel = defineChannel(tools.name(), z.object({ text: z.string() }));
    const invalid = recorded(bus, 'invalid');
    const received = await collect(bus, channel);
    const frame = (text: string): string => JSON.stringify(rawEvent(channel, { data: { text } }));
    await tools.sendRaw(channel, frame('x'.repeat(10_000)));
    await tools.sendRaw(channel, new TextEncoder().encode(frame('\u20ac'.repeat(4_000))));
    await tools.sendRaw(channel, frame('\u20ac'.repeat(4_000)));
    await tools.sendRaw(channel, new TextEncoder().encode(frame('fine')));
    await eventuallyEqual(() => received.map(({ data }) => data.text), ['fine']);
    assert.deepEqual(
      invalid.map(({ reason, channel: where }) => [reason, where]),
      numbers(1, 3).map(() => ['too_large', channel.name]),
    );
  },
};
