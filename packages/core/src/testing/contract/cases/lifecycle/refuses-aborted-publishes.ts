import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const refusesAbortedPublishes: ContractCase = {
  name: 'lifecycle: a publish whose signal is aborted already is refused with its reason, and nothing is sent',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    const reason = new Error('no longer wanted');
    const signal = AbortSignal.abort(reason);
    const error = await refused(bus.publish(channel, { n: 1 }, { signal }), 'aborted');
    assert.deepEqual([error.cause, error.channel], [reason, channel.name]);
    await refused(bus.publishMany(channel, samples(2, 3), { signal }), 'aborted');
    await refused(bus.publishEncoded(channel, bus.encode(channel, { n: 4 }), { signal }), 'aborted');
    await bus.publish(channel, { n: 5 });
    await eventuallyEqual(received, [5]);
  },
};
