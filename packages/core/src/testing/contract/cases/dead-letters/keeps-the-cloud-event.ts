import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { isoDate } from '../../../../define/iso-date.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallySettled } from '../../group-facts.js';

export const keepsTheCloudEvent: ContractCase = {
  name: 'dead letters: what is kept is the event as it was published, whole and for any CloudEvents reader',
  async run(tools) {
    const bus = tools.bus({ source: '/shop' });
    const schema = z.object({ key: z.string(), at: isoDate });
    const channel = defineChannel(tools.name(), schema, { delivery: 'durable', key: 'key' });
    const at = new Date('2020-02-02T02:02:02.000Z');
    const attributes = { tenant: 'acme' };
    const { id, time } = await bus.publish(channel, { key: 'k \u20ac', at }, { attributes, correlationId: 'all' });
    await bus.subscribe(channel, (_event, { deadLetter }) => deadLetter('why not'), { group: 'workers' });
    await eventuallySettled(bus, channel, 'workers');
    const [{ event } = assert.fail()] = await bus.admin(channel).deadLetters();
    const stored = JSON.parse(event);
    assert.deepEqual(
      [
        stored.specversion,
        stored.id,
        stored.source,
        stored.type,
        stored.dataversion,
        stored.partitionkey,
        stored.tenant,
      ],
      ['1.0', id, '/shop', channel.name, 1, 'k \u20ac', 'acme'],
    );
    assert.deepEqual([new Date(stored.time), stored.data], [time, { key: 'k \u20ac', at: at.toISOString() }]);
  },
};
