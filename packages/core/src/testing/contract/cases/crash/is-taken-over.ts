import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { numbers, samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const isTakenOver: ContractCase = {
  name: 'crash: what a member had taken when its process ended is handled by others, nothing is lost, and what it was at counts as tried',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    const begun: number[] = [];
    await bus.subscribe(
      channel,
      ({ data: { n } }) => {
        begun.push(n);
        return n < 3 ? undefined : new Promise(() => {});
      },
      { group: 'workers' },
    );
    for (const sample of samples(1, 2)) await other.publish(channel, sample);
    await eventuallySettled(other, channel, 'workers');
    const ids = (await other.publishMany(channel, samples(3, 10))).map(({ id }) => id);
    await eventuallyEqual(begun, [1, 2, 3]);
    await tools.crash(bus);
    const handled = await collectGroup(other, channel, 'workers');
    await eventually(() => assert.deepEqual(sorted(handled.map(({ data }) => data.n)), numbers(3, 10)), {
      timeoutMs: 15_000,
    });
    const first = handled.find(({ data }) => data.n === 3);
    assert.deepEqual([first?.attempt, first?.id], [2, ids[0]]);
    assert.ok(handled.every(({ attempt }) => attempt <= 2));
    await eventuallySettled(other, channel, 'workers');
    assert.equal(begun.length, 3);
  },
};
