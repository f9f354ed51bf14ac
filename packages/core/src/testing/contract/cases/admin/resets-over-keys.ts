import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallySettled } from '../../group-facts.js';
import { keyedChannel, keyedSamples, manyKeys, numbersByKey } from '../../keyed-channel.js';
import { sorted } from '../../sorted.js';

export const resetsOverKeys: ContractCase = {
  name: "admin: behind a reader's event, a group with keys begins exactly where that reader was",
  async run(tools) {
    const bus = tools.bus();
    const channel = keyedChannel(tools.name());
    const admin = bus.admin(channel);
    const keys = manyKeys(16);
    const leaving = await bus.subscribe(channel, () => {}, { group: 'workers' });
    await bus.publishMany(channel, keyedSamples(keys, 1, 3));
    await eventuallySettled(bus, channel, 'workers');
    await leaving.close();
    const read = await collectFrom(bus, channel, 'start');
    await eventually(() => assert.equal(read.length, 48));
    for (const place of [0, 20, 47]) {
      await eventually(() => admin.resetGroup('workers', read[place]?.cursor ?? ''));
      const handled = await collectGroup(bus, channel, 'workers');
      await eventuallySettled(bus, channel, 'workers');
      await bus.unsubscribe(channel, undefined);
      // As a group begins with whole entries, it may get some again of what was published at once.
      const all = numbersByKey([...read.slice(0, place + 1), ...handled].map(({ data }) => data));
      const seen = Object.fromEntries(Object.entries(all).map(([key, list]) => [key, sorted([...new Set(list)])]));
      assert.deepEqual(seen, Object.fromEntries(keys.map((key) => [key, [1, 2, 3]])));
      assert.ok(place < 47 || handled.length <= 48);
    }
  },
};
