import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { keyedChannel, numbersByKey } from '../../keyed-channel.js';

export const storesAnIdOnceOfMany: ContractCase = {
  name: 'storing: an id that is known holds up nothing that is published with it',
  async run(tools) {
    const bus = tools.bus();
    const channel = keyedChannel(tools.name());
    const read = await collectFrom(bus, channel, 'start');
    const publish = (key: string, n: number, id?: string): Promise<unknown> =>
      bus.publish(channel, { key, n }, id === undefined ? {} : { id });
    await publish('a', 1, 'one');
    await Promise.all([
      publish('a', 2),
      publish('a', 1, 'one'),
      publish('a', 3),
      publish('a', 4, 'four'),
      publish('a', 4, 'four'),
    ]);
    await Promise.all([publish('a', 4, 'four'), publish('a', 1, 'one')]);
    await publish('a', 5);
    await eventuallyEqual(() => numbersByKey(read.map(({ data }) => data)), { a: [1, 2, 3, 4, 5] });
  },
};
