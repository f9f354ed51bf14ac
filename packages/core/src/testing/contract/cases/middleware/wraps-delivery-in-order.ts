import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';

export const wrapsDeliveryInOrder: ContractCase = {
  name: 'middleware: around each call of each handler, what was used first is outermost',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const log: string[] = [];
    for (const name of ['outer', 'inner']) {
      bus.use({
        async deliver({ event, context, channel: where }, next) {
          assert.deepEqual([event.channel, context.eventId], [where.name, event.id]);
          log.push(`${name} before`);
          await next();
          log.push(`${name} after`);
        },
      });
    }
    await bus.subscribe(channel, async () => {
      await Promise.resolve();
      log.push('handler');
    });
    const once = ['outer before', 'inner before', 'handler', 'inner after', 'outer after'];
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(log, once);
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(log, [...once, ...once]);
  },
};
