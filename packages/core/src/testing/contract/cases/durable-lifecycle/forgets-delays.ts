import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';

export const forgetsDelays: ContractCase = {
  name: 'durable lifecycle: close() waits for no delay between attempts',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    recorded(bus, 'error');
    const tried: string[] = [];
    const retry = { minDelayMs: 60_000 };
    const failing = (who: string) => (): void => {
      tried.push(who);
      throw new Error('never');
    };
    await bus.publish(channel, { n: 1 });
    await bus.subscribe(channel, failing('member'), { group: 'workers', retry });
    await bus.subscribe(channel, failing('reader'), { from: 'start', retry });
    await eventuallyEqual(() => [...tried].sort(), ['member', 'reader']);
    const begun = performance.now();
    await bus.close();
    assert.ok(performance.now() - begun < 5_000);
    assert.equal(tried.length, 2);
  },
};
