import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';

export const limitsSizeOnPublish: ContractCase = {
  name: 'validation: an event over the limit is refused by publish(), also where only its bytes are too many',
  async run(tools) {
    const bus = tools.bus({ limits: { eventBytes: 10_000 } });
    const channel = defineChannel(tools.name(), z.object({ text: z.string() }));
    const received = await collect(bus, channel);
    await refused(bus.publish(channel, { text: 'x'.repeat(10_000) }), 'too_large');
    await refused(bus.publish(channel, { text: '\u20ac'.repeat(4_000) }), 'too_large');
    await refused(bus.publishMany(channel, [{ text: 'fine' }, { text: 'x'.repeat(10_000) }]), 'too_large');
    await refused(() => bus.encode(channel, { text: 'x'.repeat(10_000) }), 'too_large');
    await bus.publish(channel, { text: 'x'.repeat(9_000) });
    await eventuallyEqual(() => received.map(({ data }) => data.text.length), [9_000]);
  },
};
