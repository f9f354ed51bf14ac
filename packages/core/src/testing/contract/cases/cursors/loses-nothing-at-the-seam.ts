import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { readNumbers } from '../../read-numbers.js';
import { numbers, samples } from '../../samples.js';

export const losesNothingAtTheSeam: ContractCase = {
  name: 'cursors: between what is kept and what is published nothing is lost or repeated, while a publisher goes on',
  async run(tools) {
    const [bus, publisher] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    await publisher.publishMany(channel, samples(1, 300));
    const publishing = (async () => {
      for (let n = 301; n <= 800; n += 5) {
        await publisher.publish(channel, { n });
        await publisher.publishMany(channel, samples(n + 1, n + 4));
      }
    })();
    const read = [await collectFrom(bus, channel, 'start')];
    const stream = bus.events(channel, { from: 'start', maxBuffered: 10 });
    const fromStream = await readNumbers(stream, 400);
    read.push(await collectFrom(bus, channel, read[0]?.[150]?.cursor ?? 'start'));
    const rest = await readNumbers(stream, 400);
    await publishing;
    await eventually(() => assert.equal(read[0]?.length, 800), { timeoutMs: 15_000 });
    await eventually(() => assert.equal(read[1]?.at(-1)?.data.n, 800), { timeoutMs: 15_000 });
    await publisher.publish(channel, { n: 801 });
    await eventually(() => assert.ok(read.every((list) => list.at(-1)?.data.n === 801)));
    assert.deepEqual([...fromStream, ...rest], numbers(1, 800));
    assert.deepEqual(
      read.map((list) => list.map(({ data }) => data.n)),
      read.map((list) => numbers(list[0]?.data.n ?? 0, 801)),
    );
    await stream.close();
  },
};
