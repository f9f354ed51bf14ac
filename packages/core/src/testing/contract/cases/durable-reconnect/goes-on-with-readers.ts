import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { readNumbers } from '../../read-numbers.js';
import { recorded } from '../../recorded.js';
import { numbers } from '../../samples.js';

export const goesOnWithReaders: ContractCase = {
  name: 'durable reconnect: a reader and a stream go on with nothing lost or repeated, and without a report of a gap in them',
  async run(tools) {
    const [bus, publisher] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    recorded(publisher, 'error');
    recorded(bus, 'error');
    const gaps = recorded(bus, 'gap');
    const read = await collectFrom(bus, channel, 'start');
    const stream = bus.events(channel, { from: 'start' });
    await stream.ready;
    const reading = readNumbers(stream, 60);
    for (let n = 1; n <= 60; n += 1) {
      await publisher.publish(channel, { n });
      if (n % 20 === 10) await tools.cutConnections();
    }
    await eventually(() => assert.equal(read.at(-1)?.data.n, 60), { timeoutMs: 15_000 });
    assert.deepEqual([read.map(({ data }) => data.n), await reading], [numbers(1, 60), numbers(1, 60)]);
    assert.deepEqual(
      gaps.filter(({ channel: where }) => where === channel.name),
      [],
    );
    await stream.close();
  },
};
