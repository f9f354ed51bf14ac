import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const countsTotals: ContractCase = {
  name: 'health: health() counts what was published, delivered, failed and invalid since the bus was made',
  async run(tools) {
    const [bus, publisher] = [tools.bus(), tools.bus()];
    const channel = sampleChannel(tools.name());
    recorded(bus, 'invalid');
    recorded(bus, 'error');
    const zero = {
      published: 0,
      delivered: 0,
      failed: 0,
      invalid: 0,
      dropped: 0,
      missed: 0,
      gaps: 0,
      retried: 0,
      deadLettered: 0,
      parked: 0,
    };
    assert.deepEqual(bus.health().totals, zero);
    await bus.subscribe(channel, ({ data: { n } }) => {
      if (n === 2) throw new Error('no');
    });
    await publisher.publishMany(channel, samples(1, 3));
    await sendRawEvent(tools, channel, { data: { n: 'x' } });
    await bus.publish(channel, { n: 4 });
    await eventuallyEqual(() => bus.health().totals, {
      ...zero,
      published: 1,
      delivered: 3,
      failed: 1,
      invalid: 1,
    });
    assert.deepEqual(publisher.health().totals, { ...zero, published: 3 });
  },
};
