import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';

export const retriesInPlace: ContractCase = {
  name: 'cursors: a failing event is tried again in place, each failure is reported, and after the last attempt the next one is read',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const errors = recorded(bus, 'error');
    const tried: [n: number, attempt: number][] = [];
    await bus.publishMany(channel, samples(1, 4));
    await bus.subscribe(
      channel,
      ({ data: { n }, attempt }, { signal }) => {
        tried.push([n, attempt]);
        if (n === 2) throw new Error('never');
        if (n !== 3 || attempt > 1) return undefined;
        return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
      { from: 'start', handlerTimeoutMs: 50, retry: { maxAttempts: 3, minDelayMs: 1 } },
    );
    await eventuallyEqual(tried, [
      [1, 1],
      [2, 1],
      [2, 2],
      [2, 3],
      [3, 1],
      [3, 2],
      [4, 1],
    ]);
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['handler_failed', 'handler_failed', 'handler_failed', 'handler_timeout'],
    );
    assert.deepEqual([bus.health().totals.retried, await bus.admin(channel).deadLetters()], [3, []]);
  },
};
