import assert from 'node:assert/strict';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';

export const redrives: ContractCase = {
  name: 'dead letters: redriven, an event is handled anew from the first attempt, by the group that gave it up and no other',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    const admin = bus.admin(channel);
    let broken = true;
    const tried: [n: number, attempt: number][] = [];
    await bus.subscribe(
      channel,
      ({ data: { n }, attempt }) => {
        tried.push([n, attempt]);
        if (broken && n === 2) throw new Error('broken');
      },
      { group: 'one', retry: { maxAttempts: 2, minDelayMs: 1 } },
    );
    const other = await collectGroupNumbers(bus, channel, 'two');
    const ids = (await bus.publishMany(channel, samples(1, 3))).map(({ id }) => id);
    await eventuallySettled(bus, channel, 'one');
    const [dead = assert.fail()] = await admin.deadLetters();
    broken = false;
    assert.equal(await admin.redrive([dead.id]), 1);
    await eventuallyEqual(
      () => tried.filter(([n]) => n === 2),
      [
        [2, 1],
        [2, 2],
        [2, 1],
      ],
    );
    await eventuallySettled(bus, channel, 'one');
    assert.deepEqual([await admin.deadLetters(), await admin.redrive([dead.id])], [[], 0]);
    await bus.publish(channel, { n: 4 });
    await eventuallyEqual(other, [1, 2, 3, 4]);
    await eventuallyEqual(() => tried.at(-1), [4, 1]);
    assert.deepEqual([dead.eventId, tried.length], [ids[1], 6]);
  },
};
