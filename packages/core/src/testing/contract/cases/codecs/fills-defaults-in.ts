import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { isoDate } from '../../../../define/iso-date.js';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { sendRawEvent } from '../../raw-event.js';

export const fillsDefaultsIn: ContractCase = {
  name: 'codecs: what has a default may be left out, and arrives',
  async run(tools) {
    const bus = tools.bus();
    const channel = defineChannel(
      tools.name(),
      z.object({
        locale: z.string().default('und'),
        since: isoDate.default(new Date(0)),
        until: isoDate.prefault('2020-01-01T00:00:00.000Z'),
        inner: z.object({ n: z.int().default(7) }),
        none: z.string().optional(),
      }),
    );
    const received = await collect(bus, channel);
    await bus.publish(channel, { inner: {} });
    await bus.publish(channel, {
      locale: 'en',
      since: new Date(1),
      until: new Date(2),
      inner: { n: 8 },
      none: undefined,
    });
    await sendRawEvent(tools, channel, { data: { inner: {} } });
    await eventually(() => assert.equal(received.length, 3));
    const filled = { locale: 'und', since: new Date(0), until: new Date('2020-01-01T00:00:00.000Z'), inner: { n: 7 } };
    assert.deepEqual(received[0]?.data, filled);
    assert.deepEqual(received[1]?.data, { locale: 'en', since: new Date(1), until: new Date(2), inner: { n: 8 } });
    assert.deepEqual(received[2]?.data, filled);
  },
};
