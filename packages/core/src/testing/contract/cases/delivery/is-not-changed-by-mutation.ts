import assert from 'node:assert/strict';
import { z } from 'zod';
import { bytes } from '../../../../define/bytes.js';
import { defineChannel } from '../../../../define/define-channel.js';
import { isoDate } from '../../../../define/iso-date.js';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';

export const isNotChangedByMutation: ContractCase = {
  name: 'delivery: changing the data after publish() has been called changes nothing',
  async run(tools) {
    const bus = tools.bus();
    const channel = defineChannel(tools.name(), z.object({ at: isoDate, bytes, tags: z.array(z.string()) }));
    const received = await collect(bus, channel);
    const data = { at: new Date(1_000), bytes: new Uint8Array([1, 2]), tags: ['first'] };
    const time = new Date(5_000);
    const publishing = bus.publish(channel, data, { time });
    data.tags.push('second');
    data.at.setTime(2_000);
    data.bytes[0] = 9;
    time.setTime(6_000);
    await publishing;
    await eventually(() => assert.equal(received.length, 1));
    assert.deepEqual(received[0]?.data, { at: new Date(1_000), bytes: new Uint8Array([1, 2]), tags: ['first'] });
    assert.deepEqual(received[0]?.time, new Date(5_000));
  },
};
