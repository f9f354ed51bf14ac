import assert from 'node:assert/strict';
import { isTidingsError } from '../../../../errors/tidings-error.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';

export const decidesAboutEachOfABatch: ContractCase = {
  name: 'groups: a batch handler may have single events retried or dead-lettered; the others are acknowledged',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const errors = recorded(bus, 'error');
    const handled: [n: number, attempt: number][] = [];
    const refusals: unknown[] = [];
    await bus.publishMany(channel, samples(1, 4));
    await bus.subscribe(
      channel,
      (events, { retry, deadLetter }) => {
        for (const event of events) {
          const { n } = event.data;
          handled.push([n, event.attempt]);
          if (n === 2 && event.attempt < 3) retry(event, 1);
          if (n === 3) deadLetter(event, 'three is one too many');
        }
        const [first] = events;
        try {
          if (first !== undefined) retry({ ...first });
        } catch (error) {
          refusals.push(isTidingsError(error, 'invalid_option'));
        }
      },
      { group: 'workers', batch: {} },
    );
    await eventuallySettled(bus, channel, 'workers');
    assert.deepEqual(
      [1, 2, 3, 4].map((n) => handled.filter(([of]) => of === n).map(([, attempt]) => attempt)),
      [[1], [1, 2, 3], [1], [1]],
    );
    const dead = await bus.admin(channel).deadLetters();
    assert.deepEqual(
      dead.map(({ reason, code, attempts }) => [reason, code, attempts]),
      [['three is one too many', 'dead_letter', 1]],
    );
    assert.ok(refusals.length > 0 && refusals.every((isRefusal) => isRefusal === true));
    assert.deepEqual([errors, bus.health().totals.retried], [[], 2]);
  },
};
