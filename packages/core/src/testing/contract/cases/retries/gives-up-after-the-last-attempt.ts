import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';

export const givesUpAfterTheLastAttempt: ContractCase = {
  name: 'retries: after the last attempt an event is in the dead-letter log, with why, how often and from whom, and is reported',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    const reports = recorded(bus, 'deadLetter');
    const attempts: number[] = [];
    const before = Date.now();
    await bus.subscribe(
      channel,
      ({ attempt }) => {
        attempts.push(attempt);
        throw new TypeError('no such account');
      },
      { group: 'workers', retry: { maxAttempts: 3, minDelayMs: 1 } },
    );
    const { id } = await bus.publish(channel, { n: 1 });
    await eventuallySettled(bus, channel, 'workers');
    await eventually(() => assert.equal(reports.length, 1));
    const dead = await bus.admin(channel).deadLetters();
    assert.deepEqual([attempts, dead.length], [[1, 2, 3], 1]);
    const [{ group, at, reason, code, attempts: times, eventId, event } = assert.fail()] = dead;
    assert.deepEqual([group, code, times, eventId], ['workers', 'handler_failed', 3, id]);
    assert.match(reason, /TypeError: no such account/);
    // Where the log's clock is another one, it is about right.
    assert.ok(Math.abs(at.getTime() - before) < 60_000);
    assert.deepEqual([JSON.parse(event).id, JSON.parse(event).data], [id, { n: 1 }]);
    assert.deepEqual(reports, [{ channel: channel.name, group, eventId: id, code, reason, attempts: 3 }]);
    const { retried, failed, delivered, deadLettered } = bus.health().totals;
    assert.deepEqual([retried, failed, delivered, deadLettered], [2, 3, 0, 1]);
  },
};
