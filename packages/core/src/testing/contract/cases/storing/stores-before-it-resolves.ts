import assert from 'node:assert/strict';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { samples } from '../../samples.js';

export const storesBeforeItResolves: ContractCase = {
  name: 'storing: when publish() resolves the event is stored, whoever closes then',
  async run(tools) {
    const publisher = tools.bus();
    const channel = durableChannel(tools.name());
    const first = await publisher.publish(channel, { n: 1 });
    const rest = await publisher.publishMany(channel, samples(2, 4));
    await publisher.close({ drain: false });
    const handled = await collectGroup(tools.bus(), channel, 'workers');
    await eventuallyEqual(
      () => handled.map(({ id, data }) => [id, data.n]),
      [first, ...rest].map(({ id }, index) => [id, index + 1]),
    );
    assert.equal(publisher.health().totals.published, 4);
  },
};
