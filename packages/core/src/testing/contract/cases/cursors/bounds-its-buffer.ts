import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { readNumbers } from '../../read-numbers.js';
import { numbers, samples } from '../../samples.js';

export const boundsItsBuffer: ContractCase = {
  name: 'cursors: a stream buffers about as many events as it may, drops none, and fills up as it is read',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const stream = bus.events(channel, { from: 'new', maxBuffered: 5 });
    await stream.ready;
    await bus.publishMany(channel, samples(1, 100));
    await eventually(() => assert.ok(stream.buffered >= 5));
    const marker = await collectFrom(bus, channel, 'start');
    await eventually(() => assert.equal(marker.length, 100));
    assert.ok(stream.buffered <= 6, `${stream.buffered} are buffered`);
    assert.equal(bus.health().queued, stream.buffered);
    assert.deepEqual(await readNumbers(stream, 100), numbers(1, 100));
    assert.deepEqual([stream.delivered, stream.dropped, bus.health().totals.dropped], [100, 0, 0]);
    await stream.close();
  },
};
