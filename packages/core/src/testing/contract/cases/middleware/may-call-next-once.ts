import assert from 'node:assert/strict';
import { isTidingsError } from '../../../../errors/tidings-error.js';
import { eventually } from '../../../eventually.js';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const mayCallNextOnce: ContractCase = {
  name: 'middleware: calling next() twice fails the call, and publishes or handles nothing twice',
  async run(tools) {
    const bus = tools.bus();
    const [channel, other] = [sampleChannel(tools.name()), sampleChannel(tools.name('other'))];
    const errors = recorded(bus, 'error');
    bus.use({
      async publish(call, next) {
        await next();
        return call.channel.name === channel.name ? next() : next().catch(() => assert.fail());
      },
    });
    const received = await collectNumbers(bus, channel);
    await refused(bus.publish(channel, { n: 1 }), 'middleware_failed');
    await eventuallyEqual(received, [1]);
    const reader = tools.bus();
    reader.use({
      name: 'twice over',
      async deliver(_call, next) {
        await next();
        await next();
      },
    });
    const failed = recorded(reader, 'error');
    const twice = await collectNumbers(reader, other);
    const writer = tools.bus();
    await writer.publish(other, { n: 2 });
    await eventually(() => assert.equal(failed.length, 1));
    assert.deepEqual(twice, [2]);
    assert.ok(isTidingsError(failed[0]?.cause, 'middleware_failed'));
    assert.match(failed[0].cause.message, /^twice over called next\(\) twice/);
    assert.deepEqual(errors, []);
  },
};
