import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const endsByClose: ContractCase = {
  name: 'streams: close() ends it while next() waits, lets go of what is buffered, and may be repeated',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const [waiting, holding] = [bus.events(channel), bus.events(channel)];
    await Promise.all([waiting.ready, holding.ready]);
    const nexts = [waiting.next(), waiting.next()];
    await bus.publishMany(channel, samples(1, 3));
    await eventually(() => assert.equal(holding.buffered, 3));
    await holding.close();
    await holding[Symbol.asyncDispose]();
    assert.deepEqual([holding.buffered, await holding.next()], [0, { done: true, value: undefined }]);
    assert.deepEqual(
      (await Promise.all(nexts)).map(({ value }) => value?.data.n),
      [1, 2],
    );
    assert.equal((await waiting.next()).value?.data.n, 3);
    const last = waiting.next();
    await waiting.close();
    assert.deepEqual(await last, { done: true, value: undefined });
    assert.equal(bus.subscriberCount(channel), 0);
  },
};
