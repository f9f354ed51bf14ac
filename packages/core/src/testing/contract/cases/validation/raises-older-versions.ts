import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { isoDate } from '../../../../define/iso-date.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';

export const raisesOlderVersions: ContractCase = {
  name: 'validation: an event of an older version reaches handlers as the latest, and tells the version it was published as',
  async run(tools) {
    const bus = tools.bus();
    const V1 = z.object({ name: z.string(), at: isoDate.optional() });
    const V2 = z.object({ first: z.string(), last: z.string(), at: isoDate.optional() });
    const V3 = V2.extend({ locale: z.string().default('und') });
    const channel = defineChannel(tools.name(), V1)
      .evolve(V2, {
        up: ({ name, ...rest }) => {
          const [first = '', last = ''] = name.split(' ');
          return { ...rest, first, last };
        },
      })
      .evolve(V3, { up: (v2) => v2 });
    const received = await collect(bus, channel);
    const at = '2020-02-02T02:02:02.000Z';
    await sendRawEvent(tools, channel, { data: { name: 'Ada Lovelace', at, unknown: 1 } });
    await sendRawEvent(tools, channel, { dataversion: 2, data: { first: 'Alan', last: 'Turing' } });
    await bus.publish(channel, { first: 'Grace', last: 'Hopper', locale: 'en' });
    await eventuallyEqual(
      () => received.map(({ version, data }) => [version, data]),
      [
        [1, { first: 'Ada', last: 'Lovelace', at: new Date(at), locale: 'und' }],
        [2, { first: 'Alan', last: 'Turing', locale: 'und' }],
        [3, { first: 'Grace', last: 'Hopper', locale: 'en' }],
      ],
    );
  },
};
