import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import { samples } from '../../samples.js';

export const discards: ContractCase = {
  name: 'dead letters: discarded ones are gone, and only they',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const admin = bus.admin(channel);
    await bus.publishMany(channel, samples(1, 3));
    const seen: number[] = [];
    await bus.subscribe(
      channel,
      ({ data: { n } }, { deadLetter }) => {
        seen.push(n);
        if (n < 4) deadLetter(`${n}`);
      },
      { group: 'workers' },
    );
    await eventuallySettled(bus, channel, 'workers');
    const [first = assert.fail(), second = assert.fail()] = await admin.deadLetters();
    assert.equal(await admin.discard([first.id, second.id]), 2);
    assert.deepEqual(
      (await admin.deadLetters()).map(({ reason }) => reason),
      ['3'],
    );
    assert.deepEqual(
      [await admin.discard([first.id]), await admin.redrive([second.id]), await admin.discard([])],
      [0, 0, 0],
    );
    await bus.publish(channel, { n: 4 });
    await eventuallyEqual(seen, [1, 2, 3, 4]);
  },
};
