import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const wrapsPublishInOrder: ContractCase = {
  name: 'middleware: around publish(), what was used first is outermost',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    const log: string[] = [];
    for (const name of ['outer', 'inner']) {
      const result = bus.use({
        name,
        async publish(call, next) {
          log.push(`${name} before ${call.channel.name === channel.name}`);
          const published = await next();
          log.push(`${name} after ${published.id === call.id}`);
          return published;
        },
      });
      assert.equal(result, bus);
    }
    const published = await bus.publish(channel, { n: 1 });
    assert.equal(published.channel, channel.name);
    assert.deepEqual(log, ['outer before true', 'inner before true', 'inner after true', 'outer after true']);
    await bus.publishMany(channel, samples(2, 3));
    assert.equal(log.length, 12);
    await eventuallyEqual(received, [1, 2, 3]);
  },
};
