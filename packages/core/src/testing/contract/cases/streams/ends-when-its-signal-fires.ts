import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';

export const endsWhenItsSignalFires: ContractCase = {
  name: 'streams: an aborted signal ends it without an error while next() waits, and before it has begun',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const controller = new AbortController();
    const stream = bus.events(channel, { signal: controller.signal });
    await stream.ready;
    const waiting = stream.next();
    controller.abort();
    assert.deepEqual(await waiting, { done: true, value: undefined });
    assert.equal(bus.subscriberCount(channel), 0);
    const never = bus.events(channel, { signal: controller.signal });
    await never.ready;
    for await (const _ of never) assert.fail('an aborted stream has no events');
    const midway = new AbortController();
    const early = bus.events(channel, { signal: midway.signal });
    midway.abort();
    await early.ready;
    for await (const _ of early) assert.fail('an aborted stream has no events');
    assert.deepEqual(bus.channels(), []);
  },
};
