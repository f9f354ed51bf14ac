import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { recorded } from '../../recorded.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const dropsTheOldestOfAQueue: ContractCase = {
  name: 'overflow: a full queue of a handler drops the oldest by default, and reports exactly how many',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const [gaps, dropped] = [recorded(bus, 'gap'), recorded(bus, 'dropped')];
    const gate = new Gate();
    const received: number[] = [];
    const handler = async ({ data }: { readonly data: Sample }): Promise<void> => {
      received.push(data.n);
      await gate.passed;
    };
    const subscription = await bus.subscribe(channel, handler, { maxQueued: 3 });
    const others = await collectNumbers(bus, channel);
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1]);
    await bus.publishMany(channel, samples(2, 11));
    await eventually(() => assert.deepEqual([subscription.dropped, subscription.queued], [7, 3]));
    const sum = (reports: readonly { readonly count?: number | undefined }[]): number =>
      reports.reduce((total, { count = 0 }) => total + count, 0);
    await eventually(() => assert.deepEqual([sum(gaps), sum(dropped)], [7, 7]));
    assert.ok(gaps.every(({ reason, channel: where }) => reason === 'overflow' && where === channel.name));
    assert.deepEqual([bus.health().totals.dropped, bus.health().lastGap?.reason], [7, 'overflow']);
    gate.open();
    await eventuallyEqual(received, [1, 9, 10, 11]);
    await eventuallyEqual(others, numbers(1, 11));
  },
};
