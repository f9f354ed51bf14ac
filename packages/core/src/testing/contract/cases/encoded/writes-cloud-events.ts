import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { isoDate } from '../../../../define/iso-date.js';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';

export const writesCloudEvents: ContractCase = {
  name: 'encoded: the body is a CloudEvent in JSON, without the attributes that a transport assigns',
  async run(tools) {
    const bus = tools.bus({ source: '/tests' });
    const channel = defineChannel(tools.name(), z.object({ at: isoDate, id: z.string() }), { key: 'id' });
    const time = new Date('2020-02-02T02:02:02.020Z');
    const trace = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', tracestate: 'a=b' };
    const options = { id: 'x', time, trace, correlationId: 'c', attributes: { tenant: 'acme' } };
    const { body } = bus.encode(channel, { at: time, id: 'key' }, options);
    assert.deepEqual(JSON.parse(body), {
      specversion: '1.0',
      id: 'x',
      source: '/tests',
      type: channel.name,
      time: '2020-02-02T02:02:02.020Z',
      dataversion: 1,
      partitionkey: 'key',
      traceparent: trace.traceparent,
      tracestate: 'a=b',
      correlationid: 'c',
      tenant: 'acme',
      data: { at: '2020-02-02T02:02:02.020Z', id: 'key' },
    });
    await refused(() => bus.encode(channel, { at: time, id: 7 as never }), 'invalid_payload');
    assert.equal(bus.health().totals.published, 0);
  },
};
