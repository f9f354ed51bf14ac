import assert from 'node:assert/strict';
import { z } from 'zod';
import { bigIntString } from '../../../../define/big-int-string.js';
import { bytes } from '../../../../define/bytes.js';
import { defineChannel } from '../../../../define/define-channel.js';
import { isoDate } from '../../../../define/iso-date.js';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';

export const carriesDatesBytesAndBigints: ContractCase = {
  name: 'codecs: dates, bytes and big integers arrive as what they were, at any depth',
  async run(tools) {
    const bus = tools.bus();
    const channel = defineChannel(
      tools.name(),
      z.object({
        at: isoDate,
        raw: bytes,
        big: bigIntString,
        times: z.array(z.object({ at: isoDate.nullable() })),
        either: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('at'), value: isoDate }),
          z.object({ kind: z.literal('big'), value: bigIntString }),
        ]),
        byName: z.record(z.string(), isoDate),
        pair: z.tuple([isoDate, z.string()]),
        maybe: isoDate.optional(),
      }),
    );
    const received = await collect(bus, channel);
    const at = new Date('2020-02-02T02:02:02.020Z');
    const data = {
      at,
      raw: new Uint8Array([0, 1, 254, 255]),
      big: 123_456_789_012_345_678_901_234_567_890n,
      times: [{ at }, { at: null }],
      either: { kind: 'big' as const, value: -1n },
      byName: { first: at },
      pair: [at, 'x'] as [Date, string],
    };
    await bus.publish(channel, data);
    await bus.publish(channel, { ...data, either: { kind: 'at', value: at }, maybe: at });
    await eventually(() => assert.equal(received.length, 2));
    assert.deepEqual(received[0]?.data, data);
    assert.deepEqual(received[1]?.data, { ...data, either: { kind: 'at', value: at }, maybe: at });
  },
};
