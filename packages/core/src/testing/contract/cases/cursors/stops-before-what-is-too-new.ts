import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { readNumbers } from '../../read-numbers.js';
import { recorded } from '../../recorded.js';
import { refused } from '../../refused.js';
import { samples } from '../../samples.js';

export const stopsBeforeWhatIsTooNew: ContractCase = {
  name: 'cursors: at an event that it is too old for, a reader stops before it as unreadable, or skips it if told to',
  async run(tools) {
    const bus = tools.bus();
    const V1 = z.object({ n: z.int() });
    const first = defineChannel(tools.name(), V1, { delivery: 'durable' });
    const second = first.evolve(V1.extend({ unit: z.string() }), { up: (v1) => ({ ...v1, unit: 'g' }) });
    const errors = recorded(bus, 'error');
    const invalid = recorded(bus, 'invalid');
    await bus.publishMany(first, samples(1, 2));
    const { id } = await bus.publish(second, { n: 3, unit: 'kg' });
    await bus.publish(first, { n: 4 });
    const stopped: number[] = [];
    const subscription = await bus.subscribe(first, ({ data }) => void stopped.push(data.n), { from: 'start' });
    await eventually(() => assert.equal(subscription.closed, true));
    const skipped = await collectFrom(bus, first, 'start', { onUnreadable: 'skip' });
    await eventuallyEqual(() => skipped.map(({ data }) => data.n), [1, 2, 4]);
    assert.deepEqual(stopped, [1, 2]);
    assert.deepEqual(
      errors.map(({ code, channel, eventId }) => [code, channel, eventId]),
      [['unreadable', first.name, id]],
    );
    assert.deepEqual(
      invalid.map(({ reason, eventId, version }) => [reason, eventId, version]),
      [
        ['version', id, 2],
        ['version', id, 2],
      ],
    );
    const stream = bus.events(first, { from: 'start' });
    assert.deepEqual(await readNumbers(stream, 2), [1, 2]);
    await refused(stream.next(), 'unreadable');
    const skipping = bus.events(first, { from: 'start', onUnreadable: 'skip' });
    assert.deepEqual(await readNumbers(skipping, 3), [1, 2, 4]);
    await skipping.close();
    assert.equal(bus.health().totals.parked, 0);
  },
};
