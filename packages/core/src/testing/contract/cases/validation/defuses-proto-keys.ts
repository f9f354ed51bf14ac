import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { rawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';

export const defusesProtoKeys: ContractCase = {
  name: 'validation: a __proto__ key changes no prototype: refused where anything may stand, removed where the schema names what may',
  async run(tools) {
    const bus = tools.bus();
    const channel = defineChannel(
      tools.name(),
      z.object({
        open: z.unknown().optional(),
        plain: z.object({ a: z.int().optional() }).optional(),
        strict: z.strictObject({ a: z.int().optional() }).optional(),
        record: z.record(z.string(), z.unknown()).optional(),
      }),
    );
    const invalid = recorded(bus, 'invalid');
    const received = await collect(bus, channel);
    const send = (id: string, data: string): Promise<void> =>
      tools.sendRaw(channel, JSON.stringify(rawEvent(channel, { id, data: '@' })).replace('"@"', data));
    const evil = '{"__proto__":{"polluted":true}}';
    await send('open', `{"open":{"deep":[${evil}]}}`);
    await send('strict', `{"strict":${evil}}`);
    await send('plain', `{"plain":${evil},"__proto__":{"polluted":true}}`);
    await send('record', `{"record":${evil}}`);
    await bus.publish(channel, { plain: { a: 1 } });
    await eventually(() => assert.deepEqual(received.at(-1)?.data, { plain: { a: 1 } }));
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
    for (const { data } of received) {
      for (const part of [data, data.plain, data.strict, data.record]) {
        if (part === undefined) continue;
        assert.equal(Object.getPrototypeOf(part), Object.prototype);
        assert.equal((part as Record<string, unknown>).polluted, undefined);
      }
    }
    const reported = invalid.map(({ reason, eventId }) => [reason, eventId]);
    assert.deepEqual(reported.slice(0, 2), [
      ['schema', 'open'],
      ['schema', 'strict'],
    ]);
    assert.ok(received.some(({ id }) => id === 'plain'));
  },
};
