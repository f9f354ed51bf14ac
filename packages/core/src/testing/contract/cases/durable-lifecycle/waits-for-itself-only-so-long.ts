import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { recorded } from '../../recorded.js';

export const waitsForItselfOnlySoLong: ContractCase = {
  name: 'durable lifecycle: a handler that awaits close() waits no longer than its timeout',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    let closed = false;
    await bus.subscribe(
      channel,
      async () => {
        await bus.close({ timeoutMs: 100 });
        closed = true;
      },
      { group: 'workers' },
    );
    await bus.publish(channel, { n: 1 });
    await eventually(() => assert.equal(closed, true));
    assert.equal(bus.status, 'closed');
  },
};
