import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const refusesAlteredBodies: ContractCase = {
  name: 'encoded: a body that is no readable event of its channel is refused, and nothing is sent',
  async run(tools) {
    const bus = tools.bus();
    const [channel, other] = [sampleChannel(tools.name()), sampleChannel(tools.name('other'))];
    const received = await collectNumbers(bus, channel);
    const { body } = bus.encode(channel, { n: 1_234 });
    const bad = [
      body.replace('1234', '"my-secret"'),
      body.replace('"1.0"', '"0.3"'),
      body.replace('"dataversion":1', '"dataversion":2'),
      body.slice(1),
      `[${body}]`,
      // No schema looks at attributes, so nothing else notices how deep they nest.
      body.replace(/}$/, `,"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      'null',
      '',
    ];
    for (const altered of bad) {
      const error = await refused(bus.publishEncoded(channel, altered), 'invalid_event');
      assert.equal(error.channel, channel.name);
      assert.ok(!error.message.includes('my-secret'));
    }
    await refused(bus.publishEncoded(other, body), 'invalid_event');
    await bus.publishEncoded(channel, body);
    await eventuallyEqual(received, [1_234]);
  },
};
