import assert from 'node:assert/strict';
import { isTidingsError } from '../../../../errors/tidings-error.js';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const givesUpOnHungHandlers: ContractCase = {
  name: 'lifecycle: close() gives up on handlers that hang, aborts their signals and reports them',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const errors = recorded(bus, 'error');
    const signals: AbortSignal[] = [];
    await bus.subscribe(channel, (_event, { signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    await bus.publishMany(channel, samples(1, 3));
    await eventually(() => assert.equal(signals.length, 1));
    await bus.close({ timeoutMs: 50 });
    assert.deepEqual([signals.length, signals[0]?.aborted], [1, true]);
    assert.ok(isTidingsError(signals[0]?.reason, 'close_timeout'));
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['close_timeout'],
    );
    assert.deepEqual([bus.status, bus.health().running, bus.health().queued], ['closed', 0, 0]);
  },
};
