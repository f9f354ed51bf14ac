import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { groupFacts } from '../../group-facts.js';
import { growingChannels } from './growing-channel.js';

export const keepsItForTheGroup: ContractCase = {
  name: 'parking: each group sets aside for itself, and what is set aside is forgotten with its group',
  async run(tools) {
    const [older, newer] = [tools.bus(), tools.bus()];
    const { first, second } = growingChannels(tools.name());
    const young = await collectGroup(newer, second, 'new');
    await collectGroup(older, first, 'old');
    await newer.publishMany(second, [
      { n: 1, unit: 'kg' },
      { n: 2, unit: 'kg' },
    ]);
    await eventuallyEqual(() => young.map(({ data }) => data.n), [1, 2]);
    await eventually(async () => assert.equal((await groupFacts(older, first, 'old')).parked, 2));
    assert.equal((await groupFacts(older, first, 'new')).parked, 0);
    await older.unsubscribe(first);
    assert.equal(await older.admin(first).deleteGroup('old'), true);
    const again = await collectGroup(newer, second, 'old', { from: 'new' });
    await newer.publish(second, { n: 3, unit: 'kg' });
    await eventuallyEqual(() => again.map(({ data }) => data.n), [3]);
  },
};
