import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';

export const reportsNewerVersions: ContractCase = {
  name: 'validation: an event of a newer version is reported as version, unless it says that older readers may read it',
  async run(tools) {
    const bus = tools.bus();
    const V1 = z.object({ n: z.int() });
    const channel = defineChannel(tools.name(), V1).evolve(V1, { up: (v1) => v1 });
    const invalid = recorded(bus, 'invalid');
    const received = await collect(bus, channel);
    await sendRawEvent(tools, channel, { id: 'a', dataversion: 3, data: { n: 1 } });
    await sendRawEvent(tools, channel, { id: 'b', dataversion: 3, minreader: 3, data: { n: 2 } });
    await sendRawEvent(tools, channel, { id: 'c', dataversion: 3, minreader: 2, data: { n: 3, more: true } });
    await sendRawEvent(tools, channel, { id: 'd', dataversion: 9, minreader: '1', data: { n: 4 } });
    await sendRawEvent(tools, channel, { id: 'e', dataversion: 3, minreader: 2, data: { n: 'five' } });
    await bus.publish(channel, { n: 6 });
    await eventuallyEqual(
      () => received.map(({ version, data }) => [version, data]),
      [
        [3, { n: 3 }],
        [9, { n: 4 }],
        [2, { n: 6 }],
      ],
    );
    assert.deepEqual(
      invalid.map(({ reason, eventId, version }) => [reason, eventId, version]),
      [
        ['version', 'a', 3],
        ['version', 'b', 3],
        ['schema', 'e', 3],
      ],
    );
  },
};
