import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';

export const reportsAFailingUp: ContractCase = {
  name: 'validation: an older event whose up function throws, or gives what does not fit, is reported as upcast',
  async run(tools) {
    const bus = tools.bus();
    const channel = defineChannel(tools.name(), z.object({ n: z.int(), secret: z.string().optional() })).evolve(
      z.object({ n: z.int().max(100) }),
      {
        up: ({ n, secret }) => {
          if (secret !== undefined) throw new Error(`can not read ${secret}`);
          return { n: n * 100 };
        },
      },
    );
    const invalid = recorded(bus, 'invalid');
    const received = await collect(bus, channel);
    await sendRawEvent(tools, channel, { id: 'throws', data: { n: 1, secret: 'my-secret' } });
    await sendRawEvent(tools, channel, { id: 'misfit', data: { n: 7 } });
    await sendRawEvent(tools, channel, { id: 'own', data: { n: 'x' } });
    await sendRawEvent(tools, channel, { id: 'good', data: { n: 1 } });
    await eventuallyEqual(() => received.map(({ id, data }) => [id, data.n]), [['good', 100]]);
    assert.deepEqual(
      invalid.map(({ reason, eventId, version }) => [reason, eventId, version]),
      [
        ['upcast', 'throws', 1],
        ['upcast', 'misfit', 1],
        ['schema', 'own', 1],
      ],
    );
    const { message, issues, cause } = invalid[0] ?? {};
    assert.ok(!JSON.stringify([message, issues, String(cause), (cause as Error).stack]).includes('my-secret'));
  },
};
