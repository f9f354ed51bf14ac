import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { refused } from '../../refused.js';

export const reportsCodecsThatThrow: ContractCase = {
  name: 'codecs: a codec that throws makes the event invalid on either end, without its message',
  async run(tools) {
    const bus = tools.bus();
    const picky = z.codec(z.string(), z.string(), {
      decode: (text) => {
        if (text === 'my-secret') throw new Error(`can not decode ${text}`);
        return text;
      },
      encode: (text) => {
        if (text === 'my-secret') throw new Error(`can not encode ${text}`);
        return text;
      },
    });
    const channel = defineChannel(tools.name(), z.object({ picky }));
    const invalid = recorded(bus, 'invalid');
    const received = await collect(bus, channel);
    const error = await refused(bus.publish(channel, { picky: 'my-secret' }), 'invalid_payload');
    await sendRawEvent(tools, channel, { data: { picky: 'my-secret' } });
    await bus.publish(channel, { picky: 'fine' });
    await eventuallyEqual(() => received.map(({ data }) => data.picky), ['fine']);
    assert.deepEqual(
      invalid.map(({ reason }) => reason),
      ['schema'],
    );
    const causes = [error.cause, invalid[0]?.cause].map((cause) => `${String(cause)} ${(cause as Error).stack}`);
    assert.ok(!JSON.stringify([error.message, invalid[0]?.message, causes]).includes('my-secret'));
  },
};
