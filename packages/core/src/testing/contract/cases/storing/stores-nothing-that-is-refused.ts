import assert from 'node:assert/strict';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import type { Sample } from '../../sample-channel.js';

export const storesNothingThatIsRefused: ContractCase = {
  name: 'storing: what publish() refuses is not stored, and of a list with something invalid nothing is',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const bad = { n: 'one' } as unknown as Sample;
    await refused(bus.publish(channel, bad), 'invalid_payload');
    const { issues } = await refused(bus.publishMany(channel, [{ n: 1 }, bad, { n: 2 }]), 'invalid_payload');
    assert.deepEqual(issues?.[0]?.path, [1, 'n']);
    await refused(bus.publish(channel, { n: 3 }, { signal: AbortSignal.abort() }), 'aborted');
    await refused(bus.publishEncoded(channel, '{}'), 'invalid_event');
    assert.deepEqual(await bus.publishMany(channel, []), []);
    await bus.publish(channel, { n: 4 });
    const handled = await collectGroupNumbers(bus, channel, 'workers');
    await eventuallyEqual(handled, [4]);
    assert.equal(bus.health().totals.published, 1);
  },
};
