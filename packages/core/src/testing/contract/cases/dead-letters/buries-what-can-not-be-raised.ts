import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';

export const buriesWhatCanNotBeRaised: ContractCase = {
  name: 'dead letters: an older event that can not be raised to the latest version is dead-lettered as upcast',
  async run(tools) {
    const bus = tools.bus();
    const V1 = z.object({ n: z.int() });
    const first = defineChannel(tools.name(), V1, { delivery: 'durable' });
    const second = first.evolve(V1.extend({ half: z.int() }), {
      up: ({ n }) => {
        if (n === 2) throw new Error('two');
        return { n, half: n / 2 };
      },
    });
    const invalid = recorded(bus, 'invalid');
    await bus.publishMany(first, [{ n: 2 }, { n: 3 }, { n: 4 }]);
    const handled = await collectGroup(bus, second, 'workers');
    await eventuallyEqual(() => handled.map(({ version, data }) => [version, data]), [[1, { n: 4, half: 2 }]]);
    await eventuallySettled(bus, second, 'workers');
    assert.deepEqual(
      (await bus.admin(second).deadLetters()).map(({ code }) => code),
      ['upcast', 'upcast'],
    );
    assert.deepEqual(
      invalid.map(({ reason, version }) => [reason, version]),
      [
        ['upcast', 1],
        ['upcast', 1],
      ],
    );
  },
};
