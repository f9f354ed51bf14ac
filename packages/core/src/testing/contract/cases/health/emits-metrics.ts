import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const emitsMetrics: ContractCase = {
  name: 'health: each event that is published, delivered, failed or dropped is told with its channel and duration',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const [published, delivered] = [recorded(bus, 'published'), recorded(bus, 'delivered')];
    const [failed, errors] = [recorded(bus, 'failed'), recorded(bus, 'error')];
    await bus.subscribe(channel, async ({ data: { n } }) => {
      if (n === 2) throw new Error('no');
    });
    await collectNumbers(bus, channel);
    await bus.publish(channel, { n: 1 });
    await bus.publishMany(channel, samples(2, 3));
    await refused(bus.publish(channel, { n: 0.5 }), 'invalid_payload');
    await eventuallyEqual(() => [published.length, delivered.length, failed.length, errors.length], [3, 5, 1, 1]);
    for (const report of [...published, ...delivered, ...failed]) {
      assert.equal(report.channel, channel.name);
      assert.ok(report.durationMs >= 0 && Number.isFinite(report.durationMs));
    }
  },
};
