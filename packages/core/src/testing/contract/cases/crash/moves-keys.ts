import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallySettled } from '../../group-facts.js';
import { type KeyedSample, keyedChannel, keyedSamples, manyKeys, numbersByKey } from '../../keyed-channel.js';
import { numbers } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const movesKeys: ContractCase = {
  name: 'crash: the keys of a member that ended go to others, in order from the first event that was not done',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = keyedChannel(tools.name());
    const keys = manyKeys(16);
    const doomed: KeyedSample[] = [];
    const survived: KeyedSample[] = [];
    let crashed = false;
    const hang = ({ data }: { readonly data: KeyedSample }): Promise<void> | undefined => {
      if (data.n === 4 || crashed) return new Promise(() => {});
      doomed.push(data);
      return undefined;
    };
    await bus.subscribe(channel, hang, { group: 'workers', concurrency: 32 });
    await other.subscribe(channel, ({ data }) => void survived.push(data), { group: 'workers', concurrency: 4 });
    for (let n = 1; n <= 6; n += 1) await other.publishMany(channel, keyedSamples(keys, n, n));
    const expected = Object.fromEntries(keys.map((key) => [key, numbers(1, 6)]));
    await eventually(() => {
      const all = numbersByKey([...doomed, ...survived]);
      assert.ok(keys.every((key) => (all[key]?.length ?? 0) >= 3));
    });
    crashed = true;
    await tools.crash(bus);
    await eventually(
      () => {
        const last = numbersByKey(survived);
        assert.ok(keys.every((key) => last[key]?.at(-1) === 6));
      },
      { timeoutMs: 15_000 },
    );
    await eventuallySettled(other, channel, 'workers');
    // Those that were done may be repeated by the second member, which goes up from wherever it began.
    for (const [key, list] of Object.entries(numbersByKey(survived))) {
      assert.deepEqual([key, list], [key, numbers(list[0] ?? 0, 6)]);
    }
    const all = numbersByKey([...doomed, ...survived]);
    assert.deepEqual(
      Object.fromEntries(Object.entries(all).map(([key, list]) => [key, sorted([...new Set(list)])])),
      expected,
    );
    assert.deepEqual(await other.admin(channel).deadLetters(), []);
  },
};
