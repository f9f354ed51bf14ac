import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallySettled } from '../../group-facts.js';
import { type KeyedSample, keyedChannel, keyedSamples, manyKeys, numbersByKey } from '../../keyed-channel.js';
import { sorted } from '../../sorted.js';

export const listsOverKeys: ContractCase = {
  name: 'dead letters: those of a channel with a key are listed over all keys, by pages, and redriven to their keys',
  async run(tools) {
    const bus = tools.bus();
    const channel = keyedChannel(tools.name());
    const keys = manyKeys(20);
    let broken = true;
    const handled: KeyedSample[] = [];
    await bus.subscribe(
      channel,
      ({ data }, { deadLetter }) => {
        if (broken) deadLetter('broken');
        else handled.push(data);
      },
      { group: 'workers', concurrency: 5 },
    );
    await bus.publishMany(channel, keyedSamples(keys, 1, 2));
    await eventuallySettled(bus, channel, 'workers');
    const ids: string[] = [];
    for (;;) {
      const after = ids.at(-1);
      const page = await bus.admin(channel).deadLetters({ limit: 7, ...(after === undefined ? {} : { after }) });
      ids.push(...page.map(({ id }) => id));
      if (page.length < 7) break;
    }
    assert.equal(new Set(ids).size, 40);
    broken = false;
    assert.equal(await bus.admin(channel).redrive(ids), 40);
    await eventually(() => assert.equal(handled.length, 40));
    await eventuallySettled(bus, channel, 'workers');
    assert.deepEqual(
      Object.values(numbersByKey(handled)).map((list) => sorted(list)),
      keys.map(() => [1, 2]),
    );
    assert.deepEqual(await bus.admin(channel).deadLetters(), []);
  },
};
