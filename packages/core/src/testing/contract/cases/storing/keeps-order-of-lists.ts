import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { keyedChannel, keyedSamples, manyKeys, numbersByKey } from '../../keyed-channel.js';
import { numbers } from '../../samples.js';

export const keepsOrderOfLists: ContractCase = {
  name: 'storing: publishMany over many keys keeps the order of each key, among single publishes that are not waited for',
  async run(tools) {
    const bus = tools.bus();
    const channel = keyedChannel(tools.name());
    const keys = manyKeys(30);
    const read = await collectFrom(bus, channel, 'start');
    const published = await Promise.all([
      bus.publishMany(channel, keyedSamples(keys, 1, 20)),
      ...keyedSamples(keys, 21, 22).map((sample) => bus.publish(channel, sample)),
      bus.publishMany(channel, keyedSamples(keys, 23, 30)),
    ]);
    await eventually(() => assert.equal(read.length, 900));
    assert.deepEqual(
      numbersByKey(read.map(({ data }) => data)),
      Object.fromEntries(keys.map((key) => [key, numbers(1, 30)])),
    );
    assert.equal(new Set(published.flat().map(({ id }) => id)).size, 900);
  },
};
