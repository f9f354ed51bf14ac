import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';

export const refusesADurableChannel: ContractCase = {
  name: 'delivery: a durable channel is refused by a bus without a log',
  async run(tools) {
    const bus = tools.bus();
    const channel = defineChannel(tools.name(), z.object({ n: z.int() }), { delivery: 'durable' });
    const error = await refused(bus.publish(channel, { n: 1 }), 'unsupported');
    assert.equal(error.channel, channel.name);
    await refused(bus.publishMany(channel, [{ n: 1 }]), 'unsupported');
    await refused(
      bus.subscribe(channel, () => {}),
      'unsupported',
    );
    await refused(() => bus.events(channel), 'unsupported');
  },
};
