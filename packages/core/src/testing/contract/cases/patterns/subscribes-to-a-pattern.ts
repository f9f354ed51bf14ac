import assert from 'node:assert/strict';
import { z } from 'zod';
import { channelsMatching } from '../../../../channel/channels-matching.js';
import { defineChannel } from '../../../../define/define-channel.js';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';

export const subscribesToAPattern: ContractCase = {
  name: 'patterns: a pattern over the channels of a contract subscribes to those that match',
  async run(tools) {
    const bus = tools.bus();
    const placed = defineChannel('order.placed', z.object({ total: z.number() }));
    const added = defineChannel('order.line.added', z.object({ line: z.string() }));
    const user = defineChannel('user.joined', z.object({ name: z.string() }));
    const received: unknown[] = [];
    const chosen = channelsMatching([placed, added, user], 'order.*');
    await bus.subscribe(chosen, (event) => {
      received.push(event.channel === 'order.placed' ? event.data.total : event.data.line);
    });
    assert.deepEqual(bus.channels(), ['order.line.added', 'order.placed']);
    await bus.publish(user, { name: 'x' });
    await bus.publish(placed, { total: 1 });
    await eventually(() => assert.equal(received.length, 1));
    await bus.publish(added, { line: 'a' });
    await eventuallyEqual(received, [1, 'a']);
  },
};
