import assert from 'node:assert/strict';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';

export const storesAnIdOnce: ContractCase = {
  name: 'storing: an event whose id the caller chose is stored once, however often and by whichever bus it is published',
  async run(tools) {
    const [bus, other, elsewhere] = [tools.bus(), tools.bus(), tools.bus({ source: '/elsewhere' })];
    const channel = durableChannel(tools.name());
    const read = await collectFrom(bus, channel, 'start');
    await bus.publish(channel, { n: 1 }, { id: 'one' });
    const again = await bus.publish(channel, { n: 1 }, { id: 'one' });
    await Promise.all([bus, other, other].map((each) => each.publish(channel, { n: 1 }, { id: 'one' })));
    await Promise.all([other.publish(channel, { n: 2 }, { id: 'two' }), bus.publish(channel, { n: 2 }, { id: 'two' })]);
    // Ids are unique together with who publishes.
    await elsewhere.publish(channel, { n: 3 }, { id: 'one' });
    await bus.publish(channel, { n: 4 });
    await eventuallyEqual(
      () => read.map(({ source, id, data }) => [source, id, data.n]).slice(0, 3),
      [
        ['/', 'one', 1],
        ['/', 'two', 2],
        ['/elsewhere', 'one', 3],
      ],
    );
    await eventuallyEqual(() => read.map(({ data }) => data.n), [1, 2, 3, 4]);
    assert.equal(again.id, 'one');
  },
};
