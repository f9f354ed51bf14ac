import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';

export const givesUpWhenTold: ContractCase = {
  name: 'dead letters: context.deadLetter(reason) gives an event up at once, whatever the handler returns or throws then',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    const handled: number[] = [];
    await bus.publishMany(channel, samples(1, 4));
    await bus.subscribe(
      channel,
      ({ data: { n } }, context) => {
        handled.push(n);
        if (n === 2) context.deadLetter('of no use');
        if (n === 3) {
          context.retry();
          context.deadLetter('of no use at all');
          throw new Error('hidden');
        }
      },
      { group: 'workers' },
    );
    await eventuallySettled(bus, channel, 'workers');
    const dead = await bus.admin(channel).deadLetters();
    assert.deepEqual(handled, [1, 2, 3, 4]);
    assert.deepEqual(
      dead.map(({ reason, code, attempts, group }) => [reason, code, attempts, group]),
      [
        ['of no use', 'dead_letter', 1, 'workers'],
        ['of no use at all', 'dead_letter', 1, 'workers'],
      ],
    );
    assert.deepEqual([bus.health().totals.retried, bus.health().totals.deadLettered], [0, 2]);
  },
};
