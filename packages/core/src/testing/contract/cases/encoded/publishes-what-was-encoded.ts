import assert from 'node:assert/strict';
import { z } from 'zod';
import type { HandlerContext } from '../../../../bus/handler-context.js';
import { defineChannel } from '../../../../define/define-channel.js';
import { isoDate } from '../../../../define/iso-date.js';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';

export const publishesWhatWasEncoded: ContractCase = {
  name: 'encoded: what encode() made is published later, by another bus, as the same event',
  async run(tools) {
    const [writer, relay] = [tools.bus({ source: '/writer' }), tools.bus({ source: '/relay' })];
    const channel = defineChannel(tools.name(), z.object({ at: isoDate, n: z.int().default(7) })).evolve(
      z.object({ at: isoDate, n: z.int().default(8) }),
      { up: (v1) => v1 },
    );
    const contexts: HandlerContext[] = [];
    const received: unknown[] = [];
    await relay.subscribe(channel, (event, context) => {
      received.push(event);
      contexts.push(context);
    });
    const at = new Date(1_000);
    const time = new Date(2_000);
    const encoded = writer.encode(
      channel,
      { at },
      { id: 'kept', time, correlationId: 'c', attributes: { tenant: 'acme' } },
    );
    assert.deepEqual([encoded.id, encoded.channel], ['kept', channel.name]);
    const expected = { id: 'kept', channel: channel.name, version: 2, time };
    assert.deepEqual(await relay.publishEncoded(channel, JSON.parse(JSON.stringify(encoded))), expected);
    assert.deepEqual(await relay.publishEncoded(channel, encoded.body), expected);
    await eventually(() => assert.equal(received.length, 2));
    const event = { ...expected, source: '/writer', data: { at, n: 8 } };
    assert.deepEqual(received, [event, event]);
    assert.deepEqual([contexts[0]?.correlationId, contexts[0]?.attributes.tenant], ['c', 'acme']);
  },
};
