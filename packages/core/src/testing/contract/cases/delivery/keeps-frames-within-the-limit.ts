import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { numbers } from '../../samples.js';

export const keepsFramesWithinTheLimit: ContractCase = {
  name: 'delivery: events that are published together arrive, also where limits.eventBytes is hardly larger than one of them',
  async run(tools) {
    const bus = tools.bus({ limits: { eventBytes: 1_000 } });
    const channel = defineChannel(tools.name(), z.object({ text: z.string() }));
    const invalid = recorded(bus, 'invalid');
    const received = await collect(bus, channel);
    const texts = numbers(1, 30).map((n) => '\u20ac'.repeat(n * 4));
    await bus.publishMany(
      channel,
      texts.map((text) => ({ text })),
    );
    await eventuallyEqual(() => received.map(({ data }) => data.text), texts);
    assert.deepEqual(invalid, []);
  },
};
