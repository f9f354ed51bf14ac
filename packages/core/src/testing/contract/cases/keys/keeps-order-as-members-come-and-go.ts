import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallySettled } from '../../group-facts.js';
import { type KeyedSample, keyedChannel, keyedSamples, manyKeys, numbersByKey } from '../../keyed-channel.js';
import { numbers } from '../../samples.js';

export const keepsOrderAsMembersComeAndGo: ContractCase = {
  name: 'keys: order per key holds, and nothing is handled twice, while members join and leave',
  async run(tools) {
    const publisher = tools.bus();
    const channel = keyedChannel(tools.name());
    const keys = manyKeys(24);
    const handled: KeyedSample[] = [];
    const handler = async ({ data }: { readonly data: KeyedSample }): Promise<void> => {
      handled.push(data);
      for (let turn = data.n % 3; turn > 0; turn -= 1) await new Promise(setImmediate);
    };
    const options = { group: 'workers', concurrency: 3 };
    const staying = tools.bus();
    await staying.subscribe(channel, handler, options);
    const publishing = (async () => {
      for (let n = 1; n <= 20; n += 1) await publisher.publishMany(channel, keyedSamples(keys, n, n));
    })();
    const changing = (async () => {
      for (let round = 0; round < 4; round += 1) {
        const bus = tools.bus();
        const subscription = await bus.subscribe(channel, handler, options);
        const soFar = handled.length;
        await eventually(() => assert.ok(handled.length > soFar || handled.length === 20 * keys.length));
        await (round % 2 === 0 ? subscription.close() : bus.close());
      }
    })();
    await Promise.all([publishing, changing]);
    await eventually(() => assert.ok(handled.length >= 20 * keys.length), { timeoutMs: 15_000 });
    await eventuallySettled(publisher, channel, 'workers');
    assert.deepEqual(numbersByKey(handled), Object.fromEntries(keys.map((key) => [key, numbers(1, 20)])));
  },
};
