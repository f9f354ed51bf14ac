import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const refusesBadAttributes: ContractCase = {
  name: 'context: attributes that can not travel are refused, all at once',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    const attributes: Record<string, never> = JSON.parse(
      '{"Upper":1,"with-dash":1,"":1,"tooooooooooooooooolong":1,"id":"x","specversion":"2","epoch":"x","fine":"x","half":0.5,"big":4294967296,"nothing":null,"list":[],"__proto__":"x"}',
    );
    const { message } = await refused(bus.publish(channel, { n: 1 }, { attributes }), 'invalid_option');
    for (const name of Object.keys(attributes))
      assert.equal(message.includes(JSON.stringify(name)), name !== 'fine', name);
    await refused(() => bus.encode(channel, { n: 1 }, { attributes }), 'invalid_option');
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(received, [2]);
  },
};
