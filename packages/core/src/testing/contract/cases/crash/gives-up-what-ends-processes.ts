import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';
import { samples } from '../../samples.js';
import { sorted } from '../../sorted.js';

export const givesUpWhatEndsProcesses: ContractCase = {
  name: 'crash: an event whose handler ends the process each time is dead-lettered after its attempts, and no other with it',
  async run(tools) {
    const channel = durableChannel(tools.name());
    const last = tools.bus();
    const tried: number[] = [];
    const handled: number[] = [];
    await last.publishMany(channel, samples(1, 5));
    const options = { group: 'workers', retry: { maxAttempts: 2, minDelayMs: 1 } };
    for (let life = 1; life <= 2; life += 1) {
      const bus = tools.bus();
      recorded(bus, 'error');
      await bus.subscribe(
        channel,
        async ({ data: { n }, attempt }) => {
          if (n !== 2) {
            handled.push(n);
            return;
          }
          tried.push(attempt);
          await new Promise(() => {});
        },
        options,
      );
      await eventually(() => assert.equal(tried.length, life), { timeoutMs: 15_000 });
      await tools.crash(bus);
    }
    const rest = await collectGroupNumbers(last, channel, 'workers', options);
    await eventually(async () => assert.equal((await last.admin(channel).deadLetters()).length, 1), {
      timeoutMs: 15_000,
    });
    await eventuallySettled(last, channel, 'workers');
    const [{ code, attempts, event } = assert.fail()] = await last.admin(channel).deadLetters();
    assert.deepEqual([tried, code, attempts, JSON.parse(event).data], [[1, 2], 'handler_crashed', 2, { n: 2 }]);
    assert.deepEqual(sorted([...new Set([...handled, ...rest])]), [1, 3, 4, 5]);
  },
};
