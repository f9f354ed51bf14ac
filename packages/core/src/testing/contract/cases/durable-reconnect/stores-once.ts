import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { recorded } from '../../recorded.js';
import { numbers, samples } from '../../samples.js';

export const storesOnce: ContractCase = {
  name: 'durable reconnect: what is being published when the connection breaks is stored once',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    const published: Promise<unknown>[] = [];
    for (let round = 0; round < 5; round += 1) {
      published.push(...samples(round * 20 + 1, round * 20 + 20).map((sample) => bus.publish(channel, sample)));
      const cutting = tools.cutConnections();
      await Promise.all([cutting, ...published]);
    }
    const read = await collectFrom(other, channel, 'start');
    await eventually(() => assert.ok(read.length >= 100), { timeoutMs: 15_000 });
    await other.publish(channel, { n: 101 });
    await eventually(() => assert.equal(read.at(-1)?.data.n, 101));
    assert.deepEqual(
      read.map(({ data }) => data.n),
      numbers(1, 101),
    );
  },
};
