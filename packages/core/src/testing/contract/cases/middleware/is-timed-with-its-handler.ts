import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const isTimedWithItsHandler: ContractCase = {
  name: "middleware: the handler's time limit includes its middleware",
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const signals: AbortSignal[] = [];
    bus.use({
      async deliver(call, next) {
        if ((call.event.data as Sample).n === 2) return next();
        signals.push(call.context.signal);
        await new Promise(() => {});
      },
    });
    const received = await collectNumbers(bus, channel, { handlerTimeoutMs: 20 });
    await bus.publishMany(channel, samples(1, 2));
    await eventuallyEqual(received, [2]);
    assert.deepEqual([signals[0]?.aborted, errors.map(({ code }) => code)], [true, ['handler_timeout']]);
  },
};
