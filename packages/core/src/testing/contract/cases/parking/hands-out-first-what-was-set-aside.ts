import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { groupFacts } from '../../group-facts.js';
import { growingChannels } from './growing-channel.js';

export const handsOutFirstWhatWasSetAside: ContractCase = {
  name: 'parking: what was set aside comes first to the member that can read it',
  async run(tools) {
    const [older, newer] = [tools.bus(), tools.bus()];
    const { first, second } = growingChannels(tools.name());
    const leaving = await older.subscribe(first, () => {}, { group: 'workers' });
    await newer.publishMany(second, [
      { n: 1, unit: 'kg' },
      { n: 2, unit: 'kg' },
    ]);
    await eventually(async () => assert.equal((await groupFacts(older, first, 'workers')).parked, 2));
    await leaving.close();
    await newer.publish(second, { n: 3, unit: 'kg' });
    await older.publish(first, { n: 4 });
    const handled = await collectGroup(newer, second, 'workers');
    await eventuallyEqual(
      () => handled.map(({ data }) => data),
      [1, 2, 3, 4].map((n) => ({ n, unit: n < 4 ? 'kg' : 'g' })),
    );
  },
};
