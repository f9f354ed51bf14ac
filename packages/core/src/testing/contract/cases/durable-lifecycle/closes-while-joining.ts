import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { refused } from '../../refused.js';
import { samples } from '../../samples.js';

export const closesWhileJoining: ContractCase = {
  name: 'durable lifecycle: a bus may be closed while a subscribe is under way: that is refused, and nothing is left behind',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name());
    await other.publishMany(channel, samples(1, 3));
    let called = 0;
    const handler = (): void => {
      called += 1;
    };
    const subscribing = [
      bus.subscribe(channel, handler, { group: 'workers' }),
      bus.subscribe(channel, handler, { from: 'start' }),
    ].map((each) => refused(each, 'closed'));
    const stream = bus.events(channel, { from: 'start' });
    await Promise.all([...subscribing, bus.close()]);
    assert.equal((await stream.next()).done ?? false, true);
    const before = called;
    const handled = await collectGroupNumbers(other, channel, 'workers');
    await other.publish(channel, { n: 4 });
    await eventually(() => assert.equal(handled.at(-1), 4));
    assert.deepEqual([called, bus.channels()], [before, []]);
  },
};
