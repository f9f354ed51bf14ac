import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { isoDate } from '../../../../define/iso-date.js';
import { collectFrom } from '../../collect-from.js';
import { collectGroup } from '../../collect-group.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';

export const carriesCodecs: ContractCase = {
  name: 'storing: dates, defaults and older versions come out of the log as out of a broadcast',
  async run(tools) {
    const bus = tools.bus();
    const V1 = z.object({ at: isoDate });
    const first = defineChannel(tools.name(), V1, { delivery: 'durable' });
    const second = first.evolve(V1.extend({ locale: z.string().default('und') }), { up: (v1) => v1 });
    const at = new Date('2020-02-02T02:02:02.000Z');
    await bus.publish(first, { at });
    await bus.publish(second, { at });
    await bus.publish(second, { at, locale: 'en' });
    const expected = [
      [1, { at, locale: 'und' }],
      [2, { at, locale: 'und' }],
      [2, { at, locale: 'en' }],
    ];
    const [handled, read] = [await collectGroup(bus, second, 'workers'), await collectFrom(bus, second, 'start')];
    await eventuallyEqual<unknown>(() => handled.map(({ version, data }) => [version, data]), expected);
    await eventuallyEqual<unknown>(() => read.map(({ version, data }) => [version, data]), expected);
  },
};
