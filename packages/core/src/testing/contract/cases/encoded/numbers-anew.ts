import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const numbersAnew: ContractCase = {
  name: 'encoded: a body that comes from a transport is given a number of its own, and makes no gap',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gaps = recorded(bus, 'gap');
    const received = await collectNumbers(bus, channel);
    await bus.publish(channel, { n: 1 });
    const { body } = bus.encode(channel, { n: 2 });
    const numbered = `${body.slice(0, -1)},"epoch":"elsewhere","sequence":"0000000000000900"}`;
    await bus.publishEncoded(channel, numbered);
    await bus.publish(channel, { n: 3 });
    await bus.publishEncoded(channel, numbered);
    await bus.publishEncoded(channel, numbered.replace('0900', '0950'));
    await eventuallyEqual(received, [1, 2, 3, 2, 2]);
    assert.deepEqual(gaps, []);
  },
};
