import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const closesAnotherInAHandler: ContractCase = {
  name: 'unsubscribe: a handler may close another subscription, which gets nothing that it has not begun',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gate = new Gate();
    const second: number[] = [];
    const victim = await bus.subscribe(channel, async ({ data }) => {
      second.push(data.n);
      await gate.passed;
    });
    const third: number[] = [];
    await bus.subscribe(channel, async ({ data }) => {
      await eventually(() => assert.deepEqual(second, [1]));
      await victim.close();
      third.push(data.n);
      gate.open();
    });
    await bus.publishMany(channel, samples(1, 3));
    await eventuallyEqual(third, [1, 2, 3]);
    assert.deepEqual(second, [1]);
  },
};
