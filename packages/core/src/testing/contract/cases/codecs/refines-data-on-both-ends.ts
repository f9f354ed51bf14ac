import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { isoDate } from '../../../../define/iso-date.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { refused } from '../../refused.js';

export const refinesDataOnBothEnds: ContractCase = {
  name: 'codecs: the refinement of a container sees Data on both ends',
  async run(tools) {
    const bus = tools.bus();
    const seen: boolean[] = [];
    const channel = defineChannel(
      tools.name(),
      z.object({ from: isoDate, to: isoDate }).refine(({ from, to }) => {
        seen.push(from instanceof Date && to instanceof Date);
        return from <= to;
      }),
    );
    const invalid = recorded(bus, 'invalid');
    const received = await collect(bus, channel);
    const [from, to] = [new Date(1_000), new Date(2_000)];
    await refused(bus.publish(channel, { from: to, to: from }), 'invalid_payload');
    await sendRawEvent(tools, channel, { data: { from: to.toISOString(), to: from.toISOString() } });
    await bus.publish(channel, { from, to });
    await eventuallyEqual(() => received.map(({ data }) => data), [{ from, to }]);
    assert.deepEqual(
      invalid.map(({ reason }) => reason),
      ['schema'],
    );
    assert.ok(seen.length >= 4 && seen.every(Boolean));
  },
};
