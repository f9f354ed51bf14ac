import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { type KeyedSample, keyedChannel, keyedSamples, manyKeys, numbersByKey } from '../../keyed-channel.js';
import { recorded } from '../../recorded.js';
import { numbers } from '../../samples.js';

export const keepsOrderOverRetries: ContractCase = {
  name: 'keys: while an event is retried, later ones of its key wait and those of other keys do not',
  async run(tools) {
    const bus = tools.bus();
    const channel = keyedChannel(tools.name());
    recorded(bus, 'error');
    const keys = manyKeys(12);
    const handled: KeyedSample[] = [];
    const others = (keys.length - 1) * 4;
    const handler = ({ data }: { readonly data: KeyedSample }): void => {
      if (data.key === keys[0] && data.n === 1 && handled.length < others) throw new Error('not before the others');
      handled.push(data);
    };
    const retry = { minDelayMs: 1, maxDelayMs: 5, maxAttempts: Number.POSITIVE_INFINITY };
    await bus.subscribe(channel, handler, { group: 'workers', retry });
    await bus.publishMany(channel, keyedSamples(keys, 1, 4));
    await eventuallyEqual(() => numbersByKey(handled), Object.fromEntries(keys.map((key) => [key, numbers(1, 4)])));
    assert.deepEqual(
      handled.slice(-4).map(({ key }) => key),
      numbers(1, 4).map(() => keys[0]),
    );
  },
};
