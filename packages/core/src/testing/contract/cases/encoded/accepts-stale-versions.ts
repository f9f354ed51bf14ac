import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';

export const acceptsStaleVersions: ContractCase = {
  name: 'encoded: a body of an older version, written before the channel evolved, is published as it is',
  async run(tools) {
    const bus = tools.bus();
    const first = defineChannel(tools.name(), z.object({ n: z.int() }));
    const second = first.evolve(z.object({ n: z.int(), more: z.boolean() }), { up: (v1) => ({ ...v1, more: false }) });
    const [old, young] = [await collect(bus, first), await collect(bus, second)];
    const encoded = bus.encode(first, { n: 1 });
    const published = await bus.publishEncoded(second, encoded);
    assert.equal(published.version, 1);
    await eventuallyEqual(
      () => young.map(({ id, version, data }) => [id, version, data]),
      [[encoded.id, 1, { n: 1, more: false }]],
    );
    await eventuallyEqual(() => old.map(({ data }) => data), [{ n: 1 }]);
  },
};
