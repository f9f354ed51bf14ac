import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';

export const sharesOneObject: ContractCase = {
  name: 'delivery: the data of an event is the same object for all handlers of a process, and another one than was published',
  async run(tools) {
    const bus = tools.bus();
    const channel = defineChannel(tools.name(), z.object({ items: z.array(z.object({ n: z.int() })) }));
    const [first, second] = [await collect(bus, channel), await collect(bus, channel)];
    const data = { items: [{ n: 1 }] };
    await bus.publish(channel, data);
    await eventually(() => assert.deepEqual([first.length, second.length], [1, 1]));
    assert.equal(first[0]?.data, second[0]?.data);
    assert.notEqual(first[0]?.data, data);
    assert.notEqual(first[0]?.data.items[0], data.items[0]);
  },
};
