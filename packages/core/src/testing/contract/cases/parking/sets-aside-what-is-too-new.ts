import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled, groupFacts } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { growingChannels } from './growing-channel.js';

export const setsAsideWhatIsTooNew: ContractCase = {
  name: 'parking: an event that a member is too old for is set aside, counted and told; a newer member handles it, with its first attempt',
  async run(tools) {
    const [older, newer] = [tools.bus(), tools.bus()];
    const { first, second } = growingChannels(tools.name());
    const [parked, invalid, errors] = [recorded(older, 'parked'), recorded(older, 'invalid'), recorded(older, 'error')];
    const old = await collectGroup(older, first, 'workers', { retry: { maxAttempts: 1 } });
    const ids: string[] = [];
    await newer.publish(first, { n: 1 });
    for (const n of [2, 3]) ids.push((await newer.publish(second, { n, unit: 'kg' })).id);
    await newer.publish(first, { n: 4 });
    await eventuallyEqual(() => old.map(({ data }) => data), [{ n: 1 }, { n: 4 }]);
    await eventually(() => assert.equal(parked.length, 2));
    const about = { channel: first.name, group: 'workers', version: 2, minReader: 2 };
    assert.deepEqual(
      parked,
      ids.map((eventId) => ({ ...about, eventId })),
    );
    assert.deepEqual([older.health().totals.parked, older.health().totals.deadLettered], [2, 0]);
    await eventually(async () => {
      const { parked: aside, lag, waiting, pending } = await groupFacts(older, first, 'workers');
      assert.deepEqual([aside, lag, waiting, pending], [2, 2, 0, 0]);
    });
    const young = await collectGroup(newer, second, 'workers');
    await eventuallyEqual(
      () => young.map(({ id, version, attempt, data }) => [id, version, attempt, data]),
      [2, 3].map((n, index) => [ids[index], 2, 1, { n, unit: 'kg' }]),
    );
    await eventuallySettled(newer, second, 'workers');
    assert.deepEqual([old.length, await newer.admin(second).deadLetters(), errors, invalid], [2, [], [], []]);
  },
};
