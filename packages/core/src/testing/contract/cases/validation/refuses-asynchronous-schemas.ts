import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { refused } from '../../refused.js';

export const refusesAsynchronousSchemas: ContractCase = {
  name: 'validation: a schema with an asynchronous part is refused at its first use, and told of when something comes in',
  async run(tools) {
    const bus = tools.bus();
    const channel = defineChannel(tools.name(), z.object({ n: z.int().refine(async () => true) }));
    const errors = recorded(bus, 'error');
    const received = await collect(bus, channel);
    await refused(bus.publish(channel, { n: 1 }), 'async_schema');
    await sendRawEvent(tools, channel, { data: { n: 1 } });
    await eventuallyEqual(() => errors.map(({ code }) => code), ['async_schema']);
    assert.deepEqual(received, []);
  },
};
