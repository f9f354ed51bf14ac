import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';

export const triesAgain: ContractCase = {
  name: 'retries: a throw and a rejection are failed attempts: they are reported, and the event is tried again, the attempt one higher',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const errors = recorded(bus, 'error');
    const tried: [event: number, context: number, id: string][] = [];
    await bus.subscribe(
      channel,
      ({ attempt, id }, context) => {
        tried.push([attempt, context.attempt, id]);
        if (attempt === 1) throw new Error('thrown');
        return attempt === 2 ? Promise.reject(new Error('rejected')) : undefined;
      },
      { group: 'workers', retry: { minDelayMs: 1 } },
    );
    const { id } = await bus.publish(channel, { n: 1 });
    await eventuallySettled(bus, channel, 'workers');
    assert.deepEqual(tried, [
      [1, 1, id],
      [2, 2, id],
      [3, 3, id],
    ]);
    assert.deepEqual(
      errors.map(({ code, channel: where, eventId, cause }) => [code, where, eventId, (cause as Error).message]),
      [
        ['handler_failed', channel.name, id, 'thrown'],
        ['handler_failed', channel.name, id, 'rejected'],
      ],
    );
    const { retried, failed, delivered, deadLettered } = bus.health().totals;
    assert.deepEqual([retried, failed, delivered, deadLettered], [2, 2, 1, 0]);
  },
};
