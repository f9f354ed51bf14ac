import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { rawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';

export const limitsDepthOnReceive: ContractCase = {
  name: 'validation: a payload nested too deeply is reported when it comes in, and the bus goes on',
  async run(tools) {
    const bus = tools.bus({ limits: { depth: 10 } });
    const channel = defineChannel(tools.name(), z.object({ any: z.unknown() }));
    const invalid = recorded(bus, 'invalid');
    const received = await collect(bus, channel);
    const send = (id: string, depth: number): Promise<void> => {
      const any = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      return tools.sendRaw(
        channel,
        JSON.stringify(rawEvent(channel, { id, data: '@' })).replace('"@"', `{"any":${any}}`),
      );
    };
    await send('deep', 10);
    await send('deeper', 5_000);
    await send('fine', 9);
    await eventuallyEqual(() => received.map(({ id }) => id), ['fine']);
    assert.deepEqual(
      invalid.map(({ reason, eventId }) => [reason, eventId]),
      [
        ['too_deep', 'deep'],
        ['too_deep', 'deeper'],
      ],
    );
  },
};
