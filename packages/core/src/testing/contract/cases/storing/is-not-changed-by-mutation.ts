import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';

export const isNotChangedByMutation: ContractCase = {
  name: 'storing: what is changed after publish() is not changed in the log, nor by a handler for the next',
  async run(tools) {
    const bus = tools.bus();
    const channel = defineChannel(tools.name(), z.object({ list: z.array(z.int()) }), { delivery: 'durable' });
    const data = { list: [1] };
    const publishing = bus.publish(channel, data);
    data.list.push(2);
    await publishing;
    data.list.push(3);
    const handled: number[][] = [];
    const changing = ({ data: { list } }: { readonly data: { list: number[] } }): void => {
      handled.push([...list]);
      list.push(4);
    };
    await bus.subscribe(channel, changing, { group: 'one' });
    await eventuallyEqual(handled, [[1]]);
    await bus.subscribe(channel, changing, { group: 'two' });
    await bus.subscribe(channel, changing, { from: 'start' });
    await eventuallyEqual(handled, [[1], [1], [1]]);
  },
};
