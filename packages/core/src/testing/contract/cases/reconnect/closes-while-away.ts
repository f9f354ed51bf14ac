import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { cut } from './cut.js';

export const closesWhileAway: ContractCase = {
  name: 'reconnect: a bus that is closed while its connection is away closes, and settles what was asked of it',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    recorded(bus, 'gap');
    await bus.subscribe(channel, () => {});
    await cut(tools, bus);
    const asked = Promise.allSettled([
      bus.publish(channel, { n: 1 }),
      bus.subscribe(sampleChannel(tools.name('other')), () => {}),
      bus.unsubscribe(channel),
    ]);
    await bus.close({ timeoutMs: 2_000 });
    await asked;
    assert.equal(bus.status, 'closed');
  },
};
