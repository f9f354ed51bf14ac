import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { isoDate } from '../../../../define/iso-date.js';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { Gate } from '../../gate.js';

export const isNotChangedByMutationDuringMiddleware: ContractCase = {
  name: 'delivery: changing the data while publish middleware is at work changes nothing',
  async run(tools) {
    const bus = tools.bus();
    const channel = defineChannel(tools.name(), z.object({ at: isoDate, rest: z.unknown() }));
    const received = await collect(bus, channel);
    const gate = new Gate();
    bus.use({
      async publish(_call, next) {
        await gate.passed;
        return next();
      },
    });
    const data = { at: new Date(1_000), rest: { tags: ['first'] } };
    const options = { time: new Date(5_000), trace: { traceparent: '00-1-1-00' }, attributes: { tenant: 'a' } };
    const publishing = bus.publish(channel, data, options);
    data.rest.tags.push('second');
    data.at.setTime(2_000);
    options.time.setTime(6_000);
    options.attributes.tenant = 'b';
    gate.open();
    await publishing;
    await eventually(() => assert.equal(received.length, 1));
    assert.deepEqual(received[0]?.data, { at: new Date(1_000), rest: { tags: ['first'] } });
    assert.deepEqual(received[0]?.time, new Date(5_000));
  },
};
