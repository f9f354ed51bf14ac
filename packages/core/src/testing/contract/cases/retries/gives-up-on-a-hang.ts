import assert from 'node:assert/strict';
import { isTidingsError } from '../../../../errors/tidings-error.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';

export const givesUpOnAHang: ContractCase = {
  name: 'retries: a handler that takes longer than handlerTimeoutMs has its signal aborted, and has failed',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const errors = recorded(bus, 'error');
    const signals: AbortSignal[] = [];
    const attempts: number[] = [];
    await bus.subscribe(
      channel,
      ({ attempt }, { signal }) => {
        attempts.push(attempt);
        if (attempt > 1) return;
        signals.push(signal);
        return new Promise(() => {});
      },
      { group: 'workers', handlerTimeoutMs: 50, retry: { minDelayMs: 1 } },
    );
    await bus.publish(channel, { n: 1 });
    await eventuallySettled(bus, channel, 'workers');
    assert.deepEqual([attempts, signals[0]?.aborted], [[1, 2], true]);
    assert.ok(isTidingsError(signals[0]?.reason, 'handler_timeout'));
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['handler_timeout'],
    );
  },
};
