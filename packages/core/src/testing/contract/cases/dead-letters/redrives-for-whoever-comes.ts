import assert from 'node:assert/strict';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled, groupFacts } from '../../group-facts.js';
import { samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const redrivesForWhoeverComes: ContractCase = {
  name: 'dead letters: what is redriven while its group has no member waits for the next one, and may be given up again',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const admin = bus.admin(channel);
    await bus.publishMany(channel, samples(1, 2));
    for (const round of ['first', 'second']) {
      const subscription = await bus.subscribe(channel, (_event, { deadLetter }) => deadLetter(round), {
        group: 'workers',
      });
      await eventuallySettled(bus, channel, 'workers');
      const dead = await admin.deadLetters();
      assert.deepEqual(
        dead.map(({ reason, attempts }) => [reason, attempts]),
        [
          [round, 1],
          [round, 1],
        ],
      );
      await subscription.close();
      assert.equal(await admin.redrive(dead.map(({ id }) => id)), 2);
      assert.deepEqual([(await groupFacts(bus, channel, 'workers')).lag, await admin.deadLetters()], [2, []]);
    }
    const handled = await collectGroup(bus, channel, 'workers');
    await eventuallyEqual(() => sorted(handled.map(({ data }) => data.n)), [1, 2]);
    await eventuallySettled(bus, channel, 'workers');
    assert.ok(handled.every(({ attempt }) => attempt === 1));
  },
};
