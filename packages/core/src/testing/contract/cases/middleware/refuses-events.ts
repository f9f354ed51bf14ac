import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const refusesEvents: ContractCase = {
  name: 'middleware: throwing before next() refuses the event, with whatever was thrown',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collectNumbers(bus, channel);
    const errors = recorded(bus, 'error');
    bus.use({
      publish(call, next) {
        const { n } = call.data as Sample;
        if (n === 1) return Promise.reject('no error at all');
        if (n === 2) throw new RangeError('no');
        return next();
      },
      async deliver(call, next) {
        if ((call.event.data as Sample).n === 3) await Promise.reject(undefined);
        await next();
      },
    });
    await assert.rejects(bus.publish(channel, { n: 1 }), (error) => error === 'no error at all');
    await assert.rejects(bus.publish(channel, { n: 2 }), RangeError);
    await assert.rejects(bus.publishMany(channel, samples(2, 2)), RangeError);
    await bus.publishMany(channel, samples(3, 4));
    await eventuallyEqual(received, [4]);
    assert.deepEqual(
      errors.map(({ code, cause }) => [code, cause]),
      [['handler_failed', undefined]],
    );
  },
};
