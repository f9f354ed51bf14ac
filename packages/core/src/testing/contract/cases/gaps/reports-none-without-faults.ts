import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers, samples } from '../../samples.js';

export const reportsNoneWithoutFaults: ContractCase = {
  name: 'gaps: without faults there is no report, over two thousand events published in every way by three buses',
  async run(tools) {
    const buses = numbers(1, 3).map(() => tools.bus());
    const [one, two] = [sampleChannel(tools.name('one')), sampleChannel(tools.name('two'))];
    const gaps = buses.map((bus) => recorded(bus, 'gap'));
    const lists = await Promise.all(buses.map((bus) => collect(bus, [one, two])));
    const publishing: Promise<unknown>[] = [];
    for (const round of numbers(1, 100)) {
      for (const [index, bus] of buses.entries()) {
        const channel = (round + index) % 2 === 0 ? one : two;
        publishing.push(bus.publish(channel, { n: round }), bus.publishMany(channel, samples(1, 1 + (round % 9))));
        publishing.push(bus.publishEncoded(one, bus.encode(one, { n: round })));
        publishing.push(bus.publish(channel, { n: 0.5 }).catch(() => {}));
      }
      if (round % 10 === 0) await Promise.all(publishing);
    }
    const total = (): number => buses.reduce((sum, bus) => sum + bus.health().totals.published, 0);
    await Promise.all(publishing);
    assert.ok(total() > 2_000);
    for (const received of lists) await eventually(() => assert.equal(received.length, total()));
    assert.deepEqual(gaps.flat(), []);
    assert.ok(buses.every((bus) => bus.health().lastGap === undefined));
  },
};
