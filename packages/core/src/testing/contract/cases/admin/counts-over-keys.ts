import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { eventuallySettled, groupFacts } from '../../group-facts.js';
import { keyedChannel, keyedSamples, manyKeys } from '../../keyed-channel.js';

export const countsOverKeys: ContractCase = {
  name: 'admin: of a channel with a key, a group is counted over all keys, and its members once',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = keyedChannel(tools.name());
    const keys = manyKeys(20);
    const leaving = await bus.subscribe(channel, () => {}, { group: 'workers' });
    await leaving.close();
    await bus.publishMany(channel, keyedSamples(keys, 1, 3));
    const { lag, waiting, pending, parked, members } = await groupFacts(other, channel, 'workers');
    assert.deepEqual([lag, waiting, pending, parked, members], [60, 60, 0, 0, 0]);
    await bus.subscribe(channel, () => {}, { group: 'workers' });
    await other.subscribe(channel, () => {}, { group: 'workers' });
    await eventuallySettled(bus, channel, 'workers');
    assert.equal((await groupFacts(bus, channel, 'workers')).members, 2);
  },
};
