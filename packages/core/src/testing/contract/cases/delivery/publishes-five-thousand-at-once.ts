import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const publishesFiveThousandAtOnce: ContractCase = {
  name: 'delivery: publishMany of five thousand events, far more than fit a frame',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collect(bus, channel);
    const published = await bus.publishMany(channel, samples(1, 5_000));
    await eventually(() => assert.equal(received.length, 5_000));
    assert.deepEqual(
      received.map(({ data }) => data.n),
      numbers(1, 5_000),
    );
    assert.deepEqual(
      received.map(({ id }) => id),
      published.map(({ id }) => id),
    );
    assert.equal(bus.health().outgoing, 0);
  },
};
