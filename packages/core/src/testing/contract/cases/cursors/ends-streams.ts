import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { samples } from '../../samples.js';

export const endsStreams: ContractCase = {
  name: 'cursors: close() and an aborted signal end a stream, whoever waits for it; a full one too',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const controller = new AbortController();
    const over = { done: true, value: undefined };
    const [closed, aborted] = [
      bus.events(channel, { from: 'new' }),
      bus.events(channel, { from: 'new', signal: controller.signal }),
    ];
    await Promise.all([closed.ready, aborted.ready]);
    const [next, other] = [closed.next(), aborted.next()];
    await closed.close();
    controller.abort();
    assert.deepEqual([await next, await other], [over, over]);
    await bus.publishMany(channel, samples(1, 10));
    const full = bus.events(channel, { from: 'start', maxBuffered: 2 });
    await eventually(() => assert.ok(full.buffered >= 2));
    await full.close();
    assert.deepEqual([await full.next(), full.buffered, bus.channels()], [over, 0, []]);
  },
};
