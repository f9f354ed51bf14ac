import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { isoDate } from '../../../../define/iso-date.js';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';

export const servesTwoVersionsOfADefinition: ContractCase = {
  name: "codecs: subscribers with two versions of a channel's definition in one process each decode with their own",
  async run(tools) {
    const bus = tools.bus();
    const first = defineChannel(tools.name(), z.object({ at: z.string() }));
    const second = first.evolve(z.object({ at: isoDate, note: z.string().default('none') }), {
      up: (v1) => v1,
      minReader: 1,
    });
    const invalid = recorded(bus, 'invalid');
    const [old, young] = [await collect(bus, first), await collect(bus, second)];
    assert.equal(bus.subscriberCount(first), 2);
    const at = '2020-02-02T02:02:02.000Z';
    await bus.publish(first, { at });
    await bus.publish(second, { at: new Date(at), note: 'yes' });
    await eventuallyEqual(
      () => old.map(({ version, data }) => [version, data]),
      [
        [1, { at }],
        [2, { at }],
      ],
    );
    await eventuallyEqual(
      () => young.map(({ version, data }) => [version, data]),
      [
        [1, { at: new Date(at), note: 'none' }],
        [2, { at: new Date(at), note: 'yes' }],
      ],
    );
    await bus.publish(first, { at: 'no date' });
    await eventually(() => assert.equal(old.length, 3));
    assert.deepEqual(
      invalid.map(({ reason }) => reason),
      ['upcast'],
    );
    assert.equal(young.length, 2);
  },
};
