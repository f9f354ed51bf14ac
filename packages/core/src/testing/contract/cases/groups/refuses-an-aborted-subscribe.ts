import assert from 'node:assert/strict';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { refused } from '../../refused.js';

export const refusesAnAbortedSubscribe: ContractCase = {
  name: 'groups: with a signal that has fired, a subscribe is refused, and a stream ends at once',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    await bus.publish(channel, { n: 1 });
    const signal = AbortSignal.abort();
    let called = 0;
    const handler = (): void => {
      called += 1;
    };
    await refused(bus.subscribe(channel, handler, { group: 'workers', signal }), 'aborted');
    await refused(bus.subscribe(channel, handler, { from: 'start', signal }), 'aborted');
    const stream = bus.events(channel, { from: 'start', signal });
    await stream.ready;
    assert.deepEqual(await stream.next(), { done: true, value: undefined });
    assert.deepEqual(bus.channels(), []);
    const handled = await collectGroupNumbers(bus, channel, 'workers');
    await eventuallyEqual(handled, [1]);
    assert.equal(called, 0);
  },
};
