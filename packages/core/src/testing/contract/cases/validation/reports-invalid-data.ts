import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';

export const reportsInvalidData: ContractCase = {
  name: 'validation: invalid data that comes in is reported, reaches no handler, and the bus goes on',
  async run(tools) {
    const bus = tools.bus();
    const channel = defineChannel(tools.name(), z.object({ user: z.object({ age: z.int().min(0) }) }));
    const invalid = recorded(bus, 'invalid');
    const received = await collect(bus, channel);
    await sendRawEvent(tools, channel, { id: 'bad', data: { user: { age: 'a secret' } } });
    await bus.publish(channel, { user: { age: 1 } });
    await eventuallyEqual(() => received.map(({ data }) => data.user.age), [1]);
    assert.deepEqual(
      invalid.map(({ reason, channel: where, eventId, version, issues }) => [
        reason,
        where,
        eventId,
        version,
        issues.map(({ path }) => path),
      ]),
      [['schema', channel.name, 'bad', 1, [['user', 'age']]]],
    );
    assert.ok(!JSON.stringify(invalid).includes('a secret'));
    assert.equal(bus.health().totals.invalid, 1);
  },
};
