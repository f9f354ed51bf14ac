import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';

export const refusesInvalidData: ContractCase = {
  name: 'validation: invalid data is refused by publish() with its path, and nothing of it is quoted',
  async run(tools) {
    const bus = tools.bus();
    const item = z.object({ price: z.number().min(0), currency: z.enum(['EUR', 'USD']) });
    const channel = defineChannel(tools.name(), z.object({ items: z.array(item), note: z.string().max(5) }));
    const received = await collect(bus, channel);
    const good = { price: 1, currency: 'EUR' } as const;
    const bad = { items: [good, { price: -770_077, currency: 'Sesterce' as 'EUR' }], note: 'My secret' };
    const error = await refused(bus.publish(channel, bad), 'invalid_payload');
    assert.equal(error.channel, channel.name);
    assert.deepEqual(
      error.issues.map(({ path }) => path),
      [['items', 1, 'price'], ['items', 1, 'currency'], ['note']],
    );
    const told = JSON.stringify([error.message, error.issues, error.cause]);
    for (const part of ['770077', 'Sesterce', 'secret']) assert.ok(!told.includes(part), `quotes the payload: ${told}`);
    await refused(bus.publish(channel, null as never), 'invalid_payload');
    await refused(bus.publish(channel, undefined as never), 'invalid_payload');
    await bus.publish(channel, { items: [good], note: '' });
    await eventually(() => assert.equal(received.length, 1));
    assert.equal(bus.health().totals.published, 1);
  },
};
