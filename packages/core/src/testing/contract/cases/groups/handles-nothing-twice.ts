import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { numbers, samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const handlesNothingTwice: ContractCase = {
  name: 'groups: without faults nothing is handled twice or lost, over two thousand events published in every way to three members',
  async run(tools) {
    const buses = [tools.bus(), tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    const errors = buses.map((bus) => recorded(bus, 'error'));
    const gaps = buses.map((bus) => recorded(bus, 'gap'));
    const handled = await Promise.all(
      buses.map((bus, index) => collectGroup(bus, channel, 'workers', { concurrency: index + 1 })),
    );
    const publishing = buses.map(async (bus, index) => {
      const first = index * 700 + 1;
      await bus.publishMany(channel, samples(first, first + 399));
      await Promise.all(samples(first + 400, first + 649).map((sample) => bus.publish(channel, sample)));
      for (const sample of samples(first + 650, first + 699)) await bus.publish(channel, sample);
    });
    await Promise.all(publishing);
    await eventually(() => assert.equal(handled.flat().length >= 2_100, true), { timeoutMs: 15_000 });
    const [bus = assert.fail()] = buses;
    await eventuallySettled(bus, channel, 'workers');
    assert.deepEqual(sorted(handled.flat().map(({ data }) => data.n)), numbers(1, 2_100));
    assert.ok(handled.flat().every(({ attempt }) => attempt === 1));
    assert.deepEqual([errors.flat(), gaps.flat(), await bus.admin(channel).deadLetters()], [[], [], []]);
  },
};
