import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { numbers, samples } from '../../samples.js';

export const listsByPages: ContractCase = {
  name: 'dead letters: they are listed oldest first, by group and by pages',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const admin = bus.admin(channel);
    assert.deepEqual(await admin.deadLetters(), []);
    await bus.publishMany(channel, samples(1, 7));
    for (const group of ['one', 'two']) {
      await bus.subscribe(
        channel,
        ({ data: { n } }, { deadLetter }) => {
          if (group === 'one' || n > 4) deadLetter(`${n}`);
        },
        { group },
      );
      await eventuallySettled(bus, channel, group);
    }
    const reasons = (list: readonly { readonly group: string; readonly reason: string }[]): readonly string[] =>
      list.map(({ group, reason }) => `${group} ${reason}`);
    const ofOne = numbers(1, 7).map((n) => `one ${n}`);
    const ofTwo = numbers(5, 7).map((n) => `two ${n}`);
    assert.deepEqual(reasons(await admin.deadLetters()), [...ofOne, ...ofTwo]);
    assert.deepEqual(reasons(await admin.deadLetters({ group: 'two' })), ofTwo);
    assert.deepEqual(await admin.deadLetters({ group: 'three' }), []);
    const pages: (readonly string[])[] = [];
    for (let after: string | undefined; ; ) {
      const page = await admin.deadLetters({ group: 'one', limit: 3, ...(after === undefined ? {} : { after }) });
      if (page.length === 0) break;
      pages.push(reasons(page));
      after = page.at(-1)?.id;
    }
    assert.deepEqual(pages, [ofOne.slice(0, 3), ofOne.slice(3, 6), ofOne.slice(6)]);
  },
};
