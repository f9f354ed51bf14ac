import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallySettled } from '../../group-facts.js';
import { type KeyedSample, keyedChannel, keyedSamples, manyKeys, numbersByKey } from '../../keyed-channel.js';
import { numbers } from '../../samples.js';

export const givesBatchesInOrder: ContractCase = {
  name: 'keys: in batches too, events of a key come in order and in one call at a time',
  async run(tools) {
    const buses = [tools.bus(), tools.bus()];
    const [publisher = assert.fail()] = buses;
    const channel = keyedChannel(tools.name());
    const keys = manyKeys(12);
    const handled: KeyedSample[] = [];
    const busy = new Set<string>();
    let together = 0;
    const handler = async (events: readonly { readonly data: KeyedSample }[]): Promise<void> => {
      const own = new Set(events.map(({ data }) => data.key));
      for (const key of own) {
        together += busy.has(key) ? 1 : 0;
        busy.add(key);
      }
      handled.push(...events.map(({ data }) => data));
      await new Promise(setImmediate);
      for (const key of own) busy.delete(key);
    };
    for (const bus of buses) {
      await bus.subscribe(channel, handler, { group: 'workers', concurrency: 3, batch: { maxEvents: 5 } });
    }
    await publisher.publishMany(channel, keyedSamples(keys, 1, 10));
    await publisher.publishMany(channel, keyedSamples(keys, 11, 15));
    await eventually(() => assert.equal(handled.length, 15 * keys.length), { timeoutMs: 15_000 });
    await eventuallySettled(publisher, channel, 'workers');
    assert.deepEqual(numbersByKey(handled), Object.fromEntries(keys.map((key) => [key, numbers(1, 15)])));
    assert.equal(together, 0);
  },
};
