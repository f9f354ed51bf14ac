import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import { keyedChannel, keyedSamples } from '../../keyed-channel.js';
import { recorded } from '../../recorded.js';

export const goesOnAfterADeadLetter: ContractCase = {
  name: 'keys: when an event is given up, the next of its key is handled',
  async run(tools) {
    const bus = tools.bus();
    const channel = keyedChannel(tools.name());
    recorded(bus, 'error');
    const handled: [n: number, attempt: number][] = [];
    await bus.publishMany(channel, keyedSamples(['a'], 1, 4));
    await bus.subscribe(
      channel,
      ({ data, attempt }) => {
        handled.push([data.n, attempt]);
        if (data.n === 2) throw new Error('never');
      },
      { group: 'workers', concurrency: 4, retry: { maxAttempts: 2, minDelayMs: 1 } },
    );
    await eventuallyEqual(handled, [
      [1, 1],
      [2, 1],
      [2, 2],
      [3, 1],
      [4, 1],
    ]);
    await eventuallySettled(bus, channel, 'workers');
    assert.equal((await bus.admin(channel).deadLetters()).length, 1);
  },
};
