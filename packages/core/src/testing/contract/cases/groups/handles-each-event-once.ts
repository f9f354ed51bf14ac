import assert from 'node:assert/strict';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import { numbers, samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const handlesEachEventOnce: ContractCase = {
  name: 'groups: each event is handled by one member of a group',
  async run(tools) {
    const buses = [tools.bus(), tools.bus(), tools.bus()];
    const [publisher] = buses;
    assert.ok(publisher !== undefined);
    const channel = durableChannel(tools.name());
    const handled = await Promise.all(buses.map((bus) => collectGroupNumbers(bus, channel, 'workers')));
    await Promise.all(samples(1, 60).map((sample) => publisher.publish(channel, sample)));
    await eventuallyEqual(() => sorted(handled.flat()), numbers(1, 60));
    await eventuallySettled(publisher, channel, 'workers');
    await publisher.publish(channel, { n: 61 });
    await eventuallyEqual(() => sorted(handled.flat()), numbers(1, 61));
  },
};
