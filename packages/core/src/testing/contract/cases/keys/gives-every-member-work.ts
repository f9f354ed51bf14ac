import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { keyedChannel, keyedSamples, manyKeys } from '../../keyed-channel.js';

export const givesEveryMemberWork: ContractCase = {
  name: 'keys: every member gets keys of its own, and a key stays with its member as long as nobody comes or goes',
  async run(tools) {
    const buses = [tools.bus(), tools.bus()];
    const [publisher = assert.fail()] = buses;
    const channel = keyedChannel(tools.name());
    const keys = manyKeys(48);
    const handled = await Promise.all(buses.map((bus) => collectGroup(bus, channel, 'workers')));
    let rounds = 0;
    await eventually(
      async () => {
        rounds += 1;
        await publisher.publishMany(channel, keyedSamples(keys, rounds, rounds));
        await eventually(() => assert.equal(handled.flat().length, rounds * keys.length));
        assert.ok(handled.every(({ length }) => length > 0));
      },
      { timeoutMs: 15_000 },
    );
    const before = handled.map(({ length }) => length);
    await publisher.publishMany(channel, keyedSamples(keys, rounds + 1, rounds + 5));
    await eventually(() => assert.equal(handled.flat().length, (rounds + 5) * keys.length));
    const [ofOne, ofOther] = handled.map(
      (list, index) => new Set(list.slice(before[index]).map(({ data }) => data.key)),
    );
    assert.ok(ofOne !== undefined && ofOther !== undefined && ofOne.size > 0 && ofOther.size > 0);
    assert.deepEqual(
      [...ofOne].filter((key) => ofOther.has(key)),
      [],
    );
    assert.equal(ofOne.size + ofOther.size, keys.length);
  },
};
