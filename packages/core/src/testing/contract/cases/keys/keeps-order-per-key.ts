import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallySettled } from '../../group-facts.js';
import { type KeyedSample, keyedChannel, keyedSamples, manyKeys, numbersByKey } from '../../keyed-channel.js';
import { numbers } from '../../samples.js';

export const keepsOrderPerKey: ContractCase = {
  name: 'keys: events of a key are handled one after the other in the order of publishing, by several members that are at several events at once',
  async run(tools) {
    const buses = [tools.bus(), tools.bus(), tools.bus()];
    const [publisher = assert.fail()] = buses;
    const channel = keyedChannel(tools.name());
    const handled: KeyedSample[] = [];
    const running = new Map<string, number>();
    let together = 0;
    const handler = async ({ data }: { readonly data: KeyedSample }): Promise<void> => {
      together += running.get(data.key) ?? 0;
      running.set(data.key, (running.get(data.key) ?? 0) + 1);
      handled.push(data);
      // Some take longer than others.
      for (let turn = (data.n * 7 + data.key.length) % 4; turn > 0; turn -= 1) await new Promise(setImmediate);
      running.set(data.key, (running.get(data.key) ?? 0) - 1);
    };
    for (const bus of buses) await bus.subscribe(channel, handler, { group: 'workers', concurrency: 4 });
    const keys = manyKeys(20);
    await publisher.publishMany(channel, keyedSamples(keys, 1, 10));
    await Promise.all(keyedSamples(keys, 11, 15).map((sample) => publisher.publish(channel, sample)));
    await eventually(() => assert.equal(handled.length, 300), { timeoutMs: 15_000 });
    await eventuallySettled(publisher, channel, 'workers');
    assert.deepEqual(numbersByKey(handled), Object.fromEntries(keys.map((key) => [key, numbers(1, 15)])));
    assert.equal(together, 0);
  },
};
