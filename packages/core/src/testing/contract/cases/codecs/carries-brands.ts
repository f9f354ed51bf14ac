import { z } from 'zod';
import { brand } from '../../../../define/brand.js';
import { defineChannel } from '../../../../define/define-channel.js';
import { openEnum } from '../../../../define/open-enum.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';

export const carriesBrands: ContractCase = {
  name: 'codecs: branded values and open enums arrive as they are',
  async run(tools) {
    const bus = tools.bus();
    const userId = brand(z.uuid(), 'UserId');
    const channel = defineChannel(tools.name(), z.object({ userId, role: openEnum(['user', 'assistant']) }));
    const received = await collect(bus, channel);
    const id = userId.parse('6f2f1ad0-6b1f-4b4a-9b0e-3f0c4f3c2a11');
    await bus.publish(channel, { userId: id, role: 'user' });
    await bus.publish(channel, { userId: id, role: 'newcomer' });
    await eventuallyEqual(
      () => received.map(({ data }) => data),
      [
        { userId: id, role: 'user' },
        { userId: id, role: 'newcomer' },
      ],
    );
  },
};
