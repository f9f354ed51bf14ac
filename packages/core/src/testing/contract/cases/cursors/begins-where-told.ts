import assert from 'node:assert/strict';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { samples } from '../../samples.js';

export const beginsWhereTold: ContractCase = {
  name: "cursors: a reader begins at 'start', with what is 'new', at a time, or behind a cursor, and goes on with what is published",
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    await other.publishMany(channel, samples(1, 3));
    const all = await collectFrom(bus, channel, 'start');
    await eventuallyEqual(() => all.map(({ data }) => data.n), [1, 2, 3]);
    const late = await collectFrom(bus, channel, 'new');
    const early = await collectFrom(bus, channel, new Date(0));
    const tomorrow = await collectFrom(bus, channel, new Date(Date.now() + 86_400_000));
    const behind = await collectFrom(bus, channel, all[1]?.cursor ?? '');
    await eventuallyEqual(() => behind.map(({ data }) => data.n), [3]);
    await other.publish(channel, { n: 4 });
    await eventuallyEqual(
      () => [all, late, early, behind].map((read) => read.map(({ data }) => data.n)),
      [[1, 2, 3, 4], [4], [1, 2, 3, 4], [3, 4]],
    );
    // What is stored before that time is not for it; what the log's clock says about what follows is its own matter.
    assert.ok(tomorrow.every(({ data }) => data.n === 4));
    assert.ok(all.every(({ attempt }) => attempt === 1));
  },
};
