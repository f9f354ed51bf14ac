import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { keyedChannel } from '../../keyed-channel.js';
import { refused } from '../../refused.js';

export const refusesToBeUsedInTwoWays: ContractCase = {
  name: 'keys: a channel that is kept with a key is refused to a bus that knows it without one, and the other way round',
  async run(tools) {
    const [bus, other] = [tools.bus(), tools.bus()];
    const keyed = keyedChannel(tools.name());
    const schema = z.object({ key: z.string(), n: z.int() });
    const unkeyed = defineChannel(keyed.name, schema, { delivery: 'durable' });
    await bus.publish(keyed, { key: 'a', n: 1 });
    const { message } = await refused(other.publish(unkeyed, { key: 'a', n: 2 }), 'invalid_option');
    assert.match(message, /with .*without /);
    await refused(
      other.subscribe(unkeyed, () => {}, { group: 'workers' }),
      'invalid_option',
    );
    await refused(
      other.subscribe(unkeyed, () => {}, { from: 'start' }),
      'invalid_option',
    );
    assert.deepEqual(other.channels(), []);
    const handled = await collectGroup(other, keyed, 'workers');
    await eventuallyEqual(() => handled.map(({ data }) => data.n), [1]);
  },
};
