import assert from 'node:assert/strict';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { rawEvent } from '../../raw-event.js';
import { sampleChannel } from '../../sample-channel.js';

export const readsForeignBatches: ContractCase = {
  name: 'foreign: a batch of them is read in its order, with and without a time',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collect(bus, channel);
    const batch = [
      rawEvent(channel, { id: 'a', data: { n: 1 } }),
      rawEvent(channel, { id: 'b', time: null, dataversion: '1', data: { n: 2 } }),
      rawEvent(channel, { id: 'c', time: '2020-02-02T02:02:02+02:00', dataversion: null, data: { n: 3 } }),
    ];
    await tools.sendRaw(channel, new TextEncoder().encode(JSON.stringify(batch, null, 2)));
    await eventuallyEqual(
      () => received.map(({ id, data }) => [id, data.n]),
      [
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ],
    );
    assert.ok(received.every(({ time }) => !Number.isNaN(time.getTime())));
    assert.deepEqual(received[2]?.time, new Date('2020-02-02T00:02:02Z'));
  },
};
