import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { numbers, samples } from '../../samples.js';

export const tellsAGroupWhatWasTrimmed: ContractCase = {
  name: 'storing: what retention took before a group got it is told as a gap, trimmed, with the exact count',
  async run(tools) {
    const [bus, publisher] = [tools.bus(), tools.bus()];
    const channel = durableChannel(tools.name(), { retention: { maxCount: 10 } });
    const gaps = recorded(bus, 'gap');
    const before = await collectGroupNumbers(bus, channel, 'workers');
    await publisher.publish(channel, { n: 1 });
    await eventuallyEqual(before, [1]);
    await eventuallySettled(bus, channel, 'workers');
    await bus.unsubscribe(channel);
    for (let n = 2; n < 302; n += 3) await publisher.publishMany(channel, samples(n, n + 2));
    const handled = await collectGroupNumbers(bus, channel, 'workers');
    await publisher.publish(channel, { n: 302 });
    await eventually(() => assert.equal(handled.at(-1), 302));
    assert.ok(handled.length < 301, 'nothing was trimmed');
    assert.ok(handled.length >= 11, 'more was trimmed than may be');
    assert.deepEqual(handled, numbers(303 - handled.length, 302));
    const count = 301 - handled.length;
    assert.deepEqual(gaps, [{ reason: 'trimmed', channel: channel.name, count, group: 'workers' }]);
    assert.deepEqual([bus.health().totals.missed, bus.health().lastGap?.reason], [count, 'trimmed']);
    await eventuallySettled(bus, channel, 'workers');
  },
};
