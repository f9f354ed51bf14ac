import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const readsForeignEvents: ContractCase = {
  name: 'foreign: a CloudEvent without our attributes is read as version 1',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gaps = recorded(bus, 'gap');
    const received = await collect(bus, channel);
    const time = '2020-02-02T02:02:02Z';
    await sendRawEvent(tools, channel, { id: 'a', source: 'https://example.org/x', time, data: { n: 1 } });
    await eventually(() => assert.equal(received.length, 1));
    assert.deepEqual(received[0], {
      id: 'a',
      channel: channel.name,
      version: 1,
      time: new Date(time),
      source: 'https://example.org/x',
      data: { n: 1 },
    });
    assert.deepEqual(gaps, []);
  },
};
