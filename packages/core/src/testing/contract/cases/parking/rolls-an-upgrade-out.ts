import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallySettled } from '../../group-facts.js';
import { numbers, samples } from '../../samples.js';
import { sorted } from '../../sorted.js';
import { growingChannels } from './growing-channel.js';

export const rollsAnUpgradeOut: ContractCase = {
  name: 'parking: in a rolling upgrade, with publishers and members of both versions, nothing is lost, dead-lettered or tried twice',
  async run(tools) {
    const [older, newer] = [tools.bus(), tools.bus()];
    const { first, second } = growingChannels(tools.name());
    const old = await collectGroup(older, first, 'workers', { retry: { maxAttempts: 1 } });
    const publishOld = async (from: number, to: number): Promise<void> => {
      for (const { n } of samples(from, to)) await older.publish(first, { n });
    };
    const publishNew = async (from: number, to: number): Promise<void> => {
      await newer.publishMany(
        second,
        samples(from, to).map(({ n }) => ({ n, unit: 'kg' })),
      );
    };
    await publishOld(1, 10);
    await Promise.all([publishOld(11, 20), publishNew(21, 40)]);
    const young = await collectGroup(newer, second, 'workers', { retry: { maxAttempts: 1 } });
    await Promise.all([publishOld(41, 50), publishNew(51, 70)]);
    await eventually(() => assert.equal(old.length + young.length, 70), { timeoutMs: 15_000 });
    await older.unsubscribe(first);
    await Promise.all([publishOld(71, 80), publishNew(81, 100)]);
    await eventuallySettled(newer, second, 'workers');
    const all = [...old, ...young];
    assert.deepEqual(sorted(all.map(({ data }) => data.n)), numbers(1, 100));
    assert.ok(all.every(({ attempt }) => attempt === 1));
    assert.ok(old.every(({ version }) => version === 1));
    assert.ok(young.every(({ version, data }) => data.unit === (version === 1 ? 'g' : 'kg')));
    assert.deepEqual([await newer.admin(second).deadLetters(), newer.health().totals.parked], [[], 0]);
  },
};
