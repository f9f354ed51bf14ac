import assert from 'node:assert/strict';
import type { HandlerContext } from '../../../../bus/handler-context.js';
import { isTidingsError } from '../../../../errors/tidings-error.js';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { type Sample, sampleChannel } from '../../sample-channel.js';

export const givesUpOnAHang: ContractCase = {
  name: 'failures: a handler that hangs has its signal aborted, is reported, and receives the next event',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const signals: AbortSignal[] = [];
    const tried: number[] = [];
    const handler = (
      { data: { n } }: { readonly data: Sample },
      { signal }: HandlerContext,
    ): Promise<void> | undefined => {
      tried.push(n);
      signals.push(signal);
      return n === 1 ? new Promise(() => {}) : undefined;
    };
    await bus.subscribe(channel, handler, { handlerTimeoutMs: 20 });
    const others = await collectNumbers(bus, channel);
    const published = await bus.publish(channel, { n: 1 });
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(others, [1, 2]);
    await eventuallyEqual(tried, [1, 2]);
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true, false],
    );
    assert.ok(isTidingsError(signals[0]?.reason, 'handler_timeout'));
    assert.deepEqual(
      errors.map(({ code, channel: where, eventId }) => ({ code, where, eventId })),
      [{ code: 'handler_timeout', where: channel.name, eventId: published.id }],
    );
    assert.deepEqual([bus.health().running, bus.health().totals.failed], [0, 1]);
  },
};
