import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import { rawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';

export const buriesWhatIsInvalid: ContractCase = {
  name: 'dead letters: what no handler may see is dead-lettered with its reason as code and reported as invalid, and harms no neighbour',
  async run(tools) {
    const bus = tools.bus({ limits: { depth: 3 } });
    const nested = z.object({ n: z.int(), more: z.json().optional() });
    const channel = defineChannel(tools.name(), nested, { delivery: 'durable' });
    const invalid = recorded(bus, 'invalid');
    const event = (id: string, fields: Readonly<Record<string, unknown>>): string =>
      JSON.stringify(rawEvent(channel, { id, ...fields }));
    await tools.appendRaw(
      channel,
      event('a', { data: { n: 1 } }),
      'null',
      event('b', { data: { n: 'two' } }),
      event('c', { data: { n: 2 } }),
      event('d', { type: 'something.else', data: { n: 3 } }),
      event('e', { data: { n: 4, more: [[[[[]]]]] } }),
      event('f', {}),
      event('h', { data: { n: 6, more: 'deep' } }).replace('"deep"', `${'['.repeat(50_000)}${']'.repeat(50_000)}`),
      event('g', { data: { n: 5 } }),
    );
    const handled = await collectGroup(bus, channel, 'workers');
    await eventuallyEqual(
      () => handled.map(({ id, data }) => [id, data.n]),
      [
        ['a', 1],
        ['c', 2],
        ['g', 5],
      ],
    );
    await eventuallySettled(bus, channel, 'workers');
    const dead = await bus.admin(channel).deadLetters();
    const expected = [
      ['envelope', undefined],
      ['schema', 'b'],
      ['unknown_channel', 'd'],
      ['too_deep', 'e'],
      ['envelope', 'f'],
      // Deeper than JSON.stringify can write.
      ['too_deep', 'h'],
    ];
    assert.deepEqual(
      dead.map(({ code, eventId }) => [code, eventId]),
      expected,
    );
    assert.deepEqual(
      dead.map(({ attempts, event: stored }) => [attempts, JSON.parse(stored)?.id]),
      [
        [0, undefined],
        [0, 'b'],
        [0, 'd'],
        [0, 'e'],
        [0, 'f'],
        [0, 'h'],
      ],
    );
    assert.deepEqual(
      invalid.map(({ reason, channel: where }) => [reason, where]),
      expected.map(([reason]) => [reason, channel.name]),
    );
    assert.deepEqual([bus.health().totals.invalid, bus.health().totals.deadLettered], [6, 6]);
  },
};
