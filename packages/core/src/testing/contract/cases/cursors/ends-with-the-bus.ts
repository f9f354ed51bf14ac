import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { Gate } from '../../gate.js';
import { numbers, samples } from '../../samples.js';

export const endsWithTheBus: ContractCase = {
  name: 'cursors: when the bus closes, a stream ends behind what it has buffered, and a reader behind what it is at',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    await other.publishMany(channel, samples(1, 10));
    const waiting = bus.events(channel, { from: 'new' });
    await waiting.ready;
    const next = waiting.next();
    const stream = bus.events(channel, { from: 'start', maxBuffered: 4 });
    await eventually(() => assert.ok(stream.buffered >= 4));
    const gate = new Gate();
    const log: string[] = [];
    const reader = await bus.subscribe(
      channel,
      async ({ data: { n } }) => {
        log.push(`${n} begins`);
        await gate.passed;
        log.push(`${n} ends`);
      },
      { from: 'start' },
    );
    await eventuallyEqual(log, ['1 begins']);
    const closing = bus.close();
    await eventually(() => assert.equal(bus.status, 'closed'));
    gate.open();
    await closing;
    assert.deepEqual([log, reader.closed], [['1 begins', '1 ends'], true]);
    assert.deepEqual(await next, { done: true, value: undefined });
    const read: number[] = [];
    for await (const { data } of stream) read.push(data.n);
    assert.ok(read.length >= 4);
    assert.deepEqual(read, numbers(1, read.length));
  },
};
