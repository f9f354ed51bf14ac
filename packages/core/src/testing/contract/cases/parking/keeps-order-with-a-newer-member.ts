import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallySettled } from '../../group-facts.js';
import { type KeyedSample, keyedSamples, manyKeys, numbersByKey } from '../../keyed-channel.js';
import { numbers } from '../../samples.js';

export const keepsOrderWithANewerMember: ContractCase = {
  name: 'parking: order per key holds in a rolling upgrade once a newer member is there',
  async run(tools) {
    const [older, newer] = [tools.bus(), tools.bus()];
    const V1 = z.object({ key: z.string(), n: z.int() });
    const first = defineChannel(tools.name(), V1, { delivery: 'durable', key: 'key' });
    const second = first.evolve(V1.extend({ unit: z.string() }), { up: (v1) => ({ ...v1, unit: 'g' }) });
    const handled: KeyedSample[] = [];
    const handler = ({ data: { key, n } }: { readonly data: KeyedSample }): void => void handled.push({ key, n });
    await older.subscribe(first, handler, { group: 'workers', concurrency: 2 });
    const keys = manyKeys(16);
    await older.publishMany(first, keyedSamples(keys, 1, 2));
    await eventually(() => assert.equal(handled.length, 32));
    await newer.subscribe(second, handler, { group: 'workers', concurrency: 2 });
    await newer.publishMany(
      second,
      keyedSamples(keys, 3, 6).map((sample) => ({ ...sample, unit: 'kg' })),
    );
    await eventually(() => assert.equal(handled.length, 96), { timeoutMs: 15_000 });
    await eventuallySettled(newer, second, 'workers');
    assert.deepEqual(numbersByKey(handled), Object.fromEntries(keys.map((key) => [key, numbers(1, 6)])));
    assert.deepEqual(await newer.admin(second).deadLetters(), []);
  },
};
