import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';

export const buriesWhatIsTooLarge: ContractCase = {
  name: 'dead letters: an entry over the limit of the reading bus is dead-lettered as too_large',
  async run(tools) {
    const [bus, other] = [tools.bus({ limits: { eventBytes: 1_000 } }), tools.bus()];
    const channel = defineChannel(tools.name(), z.object({ text: z.string() }), { delivery: 'durable' });
    await other.publish(channel, { text: 'x'.repeat(1_000) });
    await other.publish(channel, { text: '\u20ac'.repeat(400) });
    await other.publish(channel, { text: 'fine' });
    const handled = await collectGroup(bus, channel, 'workers');
    await eventuallyEqual(() => handled.map(({ data }) => data.text), ['fine']);
    await eventuallySettled(bus, channel, 'workers');
    const dead = await bus.admin(channel).deadLetters();
    assert.deepEqual(
      dead.map(({ code, event }) => [code, JSON.parse(event).data.text.length]),
      [
        ['too_large', 1_000],
        ['too_large', 400],
      ],
    );
  },
};
