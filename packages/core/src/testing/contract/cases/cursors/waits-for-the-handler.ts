import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { numbers, samples } from '../../samples.js';

export const waitsForTheHandler: ContractCase = {
  name: 'cursors: a reader handles one event at a time',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const gates = new Map(numbers(1, 3).map((n) => [n, new Gate()]));
    const log: string[] = [];
    await bus.publishMany(channel, samples(1, 3));
    await bus.subscribe(
      channel,
      async ({ data: { n } }) => {
        log.push(`${n} begins`);
        await gates.get(n)?.passed;
        log.push(`${n} ends`);
      },
      { from: 'start' },
    );
    await eventuallyEqual(log, ['1 begins']);
    assert.equal(bus.health().running, 1);
    gates.get(2)?.open();
    gates.get(1)?.open();
    await eventuallyEqual(log, ['1 begins', '1 ends', '2 begins', '2 ends', '3 begins']);
    gates.get(3)?.open();
    await eventually(() => assert.equal(log.length, 6));
  },
};
