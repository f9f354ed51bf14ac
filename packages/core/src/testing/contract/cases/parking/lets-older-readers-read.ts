import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';

export const letsOlderReadersRead: ContractCase = {
  name: 'parking: a newer event that says that older readers may read it is handled by them, and not set aside',
  async run(tools) {
    const bus = tools.bus();
    const V1 = z.object({ n: z.int() });
    const first = defineChannel(tools.name(), V1, { delivery: 'durable' });
    const second = first.evolve(V1.extend({ note: z.string() }), {
      up: (v1) => ({ ...v1, note: '' }),
      minReader: 1,
    });
    const handled = await collectGroup(bus, first, 'workers');
    await bus.publish(second, { n: 1, note: 'new' });
    await bus.publish(first, { n: 2 });
    await eventuallyEqual(
      () => handled.map(({ version, data }) => [version, data]),
      [
        [2, { n: 1 }],
        [1, { n: 2 }],
      ],
    );
    await eventuallySettled(bus, first, 'workers');
    assert.equal(bus.health().totals.parked, 0);
  },
};
