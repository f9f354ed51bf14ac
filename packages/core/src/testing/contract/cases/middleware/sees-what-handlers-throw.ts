import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const seesWhatHandlersThrow: ContractCase = {
  name: 'middleware: delivery middleware sees what a handler throws, and may keep it to itself',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const [thrown, seen]: [Error, unknown[]] = [new Error('no'), []];
    const errors = recorded(bus, 'error');
    bus.use({
      async deliver(call, next) {
        try {
          await next();
        } catch (error) {
          seen.push(error);
          if ((call.event.data as Sample).n === 1) throw error;
        }
      },
    });
    await bus.subscribe(channel, () => {
      throw thrown;
    });
    await bus.publishMany(channel, samples(1, 2));
    await eventuallyEqual(seen, [thrown, thrown]);
    await eventually(() => assert.equal(bus.health().totals.delivered, 1));
    assert.deepEqual(
      errors.map(({ code, cause }) => [code, cause]),
      [['handler_failed', thrown]],
    );
  },
};
