import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const waitsForTheHandler: ContractCase = {
  name: 'order: a handler is called for one event at a time, and the next call waits for its promise',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const log: string[] = [];
    const gates = numbers(0, 3).map(() => new Gate());
    await bus.subscribe(channel, async ({ data: { n } }) => {
      log.push(`${n} begins`);
      await gates[n]?.passed;
      log.push(`${n} ends`);
    });
    await bus.publishMany(channel, samples(1, 3));
    for (const n of numbers(1, 3)) {
      await eventually(() => assert.equal(log.at(-1), `${n} begins`));
      gates[n]?.open();
    }
    await eventuallyEqual(log, ['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends']);
  },
};
