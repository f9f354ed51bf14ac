import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';

export const concernsLaterEvents: ContractCase = {
  name: 'middleware: use() concerns what is published and handled from then on',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    const [published, delivered]: [number[], number[]] = [[], []];
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1]);
    bus.use({
      publish(call, next) {
        published.push((call.data as Sample).n);
        return next();
      },
    });
    bus.use({
      deliver(call, next) {
        delivered.push((call.event.data as Sample).n);
        return next();
      },
    });
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(received, [1, 2]);
    assert.deepEqual([published, delivered], [[2], [2]]);
  },
};
