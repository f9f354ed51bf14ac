import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const isNotHeldUpByASlowOne: ContractCase = {
  name: 'failures: a handler that waits holds up nobody else, on no channel',
  async run(tools) {
    const bus = tools.bus();
    const [channel, other] = [sampleChannel(tools.name()), sampleChannel(tools.name('other'))];
    const gate = new Gate();
    const slow: number[] = [];
    const handler = async (event: { readonly data: Sample }): Promise<void> => {
      await gate.passed;
      slow.push(event.data.n);
    };
    await bus.subscribe(channel, handler);
    await bus.subscribe(other, handler);
    const [quick, quickOther] = [await collectNumbers(bus, channel), await collectNumbers(bus, other)];
    await bus.publishMany(channel, samples(1, 10));
    await bus.publishMany(other, samples(11, 20));
    await eventuallyEqual(quick, numbers(1, 10));
    await eventuallyEqual(quickOther, numbers(11, 20));
    assert.deepEqual(slow, []);
    gate.open();
    await eventually(() => assert.equal(slow.length, 20));
  },
};
