import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { recorded } from '../../recorded.js';
import { numbers, samples } from '../../samples.js';

export const tellsAReaderWhatWasTrimmed: ContractCase = {
  name: 'storing: what retention took from a reader, behind the cursor that it goes on from, is told with the exact count',
  async run(tools) {
    const [bus, publisher] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name(), { retention: { maxCount: 10 } });
    const gaps = recorded(bus, 'gap');
    await publisher.publishMany(channel, samples(1, 4));
    const stream = bus.events(channel, { from: 'start' });
    let cursor = '';
    for await (const event of stream) {
      cursor = event.cursor;
      if (event.data.n === 4) break;
    }
    for (let n = 5; n < 305; n += 3) await publisher.publishMany(channel, samples(n, n + 2));
    const read = await collectFrom(bus, channel, cursor);
    await publisher.publish(channel, { n: 305 });
    await eventually(() => assert.equal(read.at(-1)?.data.n, 305));
    assert.ok(read.length < 301, 'nothing was trimmed');
    assert.deepEqual(
      read.map(({ data }) => data.n),
      numbers(306 - read.length, 305),
    );
    assert.deepEqual(
      gaps.map(({ reason, channel: where, count, group }) => [reason, where, count, group]),
      [['trimmed', channel.name, 301 - read.length, undefined]],
    );
    // Who begins with what is there misses nothing.
    const fresh = await collectFrom(bus, channel, 'start');
    await eventually(() => assert.equal(fresh.at(-1)?.data.n, 305));
    assert.equal(gaps.length, 1);
  },
};
