import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { keyedChannel, keyedSamples, manyKeys, numbersByKey } from '../../keyed-channel.js';
import { numbers } from '../../samples.js';

export const storesWhatWasJustPublished: ContractCase = {
  name: 'durable lifecycle: close() stores what was published before it, and settles every publish',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = keyedChannel(tools.name());
    const keys = manyKeys(16);
    await other.publish(channel, { key: 'before', n: 1 });
    const publishing = [
      bus.publishMany(channel, keyedSamples(keys, 1, 20)),
      ...keyedSamples(keys, 21, 21).map((sample) => bus.publish(channel, sample)),
    ];
    await Promise.all([bus.close(), ...publishing]);
    const read = await collectFrom(other, channel, 'start');
    const expected = Object.fromEntries(keys.map((key) => [key, numbers(1, 21)]));
    await eventuallyEqual(() => numbersByKey(read.map(({ data }) => data)), { before: [1], ...expected });
  },
};
