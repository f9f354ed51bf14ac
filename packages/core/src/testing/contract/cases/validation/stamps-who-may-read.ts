import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';

export const stampsWhoMayRead: ContractCase = {
  name: 'validation: what is published says from which version on readers may read it, and older readers do',
  async run(tools) {
    const [newer, older] = [tools.bus(), tools.bus()];
    const V1 = z.object({ n: z.int() });
    const first = defineChannel(tools.name(), V1);
    const second = first.evolve(V1.extend({ more: z.boolean() }), {
      up: (v1) => ({ ...v1, more: false }),
      minReader: 1,
    });
    const third = second.evolve(z.object({ other: z.int() }), { up: ({ n }) => ({ other: n }) });
    const invalid = recorded(older, 'invalid');
    const received = await collect(older, first);
    await newer.publish(second, { n: 1, more: true });
    await newer.publish(third, { other: 2 });
    await newer.publish(first, { n: 3 });
    await eventuallyEqual(
      () => received.map(({ version, data }) => [version, data]),
      [
        [2, { n: 1 }],
        [1, { n: 3 }],
      ],
    );
    assert.deepEqual(
      invalid.map(({ reason, version }) => [reason, version]),
      [['version', 3]],
    );
  },
};
