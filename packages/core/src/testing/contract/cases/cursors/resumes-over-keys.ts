import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { keyedChannel, keyedSamples, manyKeys, numbersByKey } from '../../keyed-channel.js';
import { numbers } from '../../samples.js';

export const resumesOverKeys: ContractCase = {
  name: 'cursors: over many keys too, what was read up to an event and what is read from its cursor on are all events, each once and in order per key',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = keyedChannel(tools.name());
    const keys = manyKeys(16);
    await other.publishMany(channel, keyedSamples(keys, 1, 4));
    await other.publishMany(channel, keyedSamples(keys, 5, 6));
    const all = await collectFrom(bus, channel, 'start');
    await eventually(() => assert.equal(all.length, 96));
    const places = [0, 1, 7, 30, 31, 50, 77, 94, 95];
    const resumed = await Promise.all(places.map((place) => collectFrom(bus, channel, all[place]?.cursor ?? '')));
    await other.publishMany(channel, keyedSamples(keys, 7, 7));
    const expected = Object.fromEntries(keys.map((key) => [key, numbers(1, 7)]));
    for (const [index, place] of places.entries()) {
      await eventuallyEqual(
        () => [place, numbersByKey([...all.slice(0, place + 1), ...(resumed[index] ?? [])].map(({ data }) => data))],
        [place, expected],
      );
    }
  },
};
