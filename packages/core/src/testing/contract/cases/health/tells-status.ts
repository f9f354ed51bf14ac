import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const tellsStatus: ContractCase = {
  name: 'health: the status goes from connecting to ready to closed, is told to listeners, and since when it holds',
  async run(tools) {
    const before = Date.now() - 1;
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const changes = recorded(bus, 'status');
    assert.deepEqual([bus.status, bus.health().status, bus.health().healthy], ['connecting', 'connecting', false]);
    await bus.publish(channel, { n: 1 });
    assert.deepEqual([bus.status, bus.health().status, bus.health().healthy], ['ready', 'ready', true]);
    const ready = bus.health().since;
    assert.ok(ready.getTime() >= before);
    const closing = bus.close();
    assert.deepEqual([bus.status, bus.health().healthy], ['closed', false]);
    await closing;
    assert.ok(bus.health().since >= ready);
    assert.deepEqual(changes, [
      { status: 'ready', previous: 'connecting' },
      { status: 'closed', previous: 'ready' },
    ]);
  },
};
