import type { ContractCase } from '../../contract-case.js';
import { type DurableSampleChannel, durableChannel } from '../../durable-channel.js';
import { refused } from '../../refused.js';

export const refusesBadQuestions: ContractCase = {
  name: 'admin: names and places that are none are refused',
  async run(tools) {
    const bus = tools.bus();
    const admin = bus.admin(durableChannel(tools.name()));
    for (const group of ['', 'no spaces', undefined as unknown as string]) {
      await refused(admin.resetGroup(group, 'start'), 'invalid_option');
      await refused(admin.deleteGroup(group), 'invalid_option');
    }
    for (const from of ['middle', new Date(Number.NaN), undefined as unknown as string]) {
      await refused(admin.resetGroup('workers', from), 'invalid_option');
    }
    await refused(() => bus.admin('order.placed' as unknown as DurableSampleChannel), 'invalid_option');
  },
};
