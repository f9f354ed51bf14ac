import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { refused } from '../../refused.js';

export const refusesBadQuestions: ContractCase = {
  name: 'dead letters: filters and ids that are none are refused',
  async run(tools) {
    const bus = tools.bus();
    const admin = bus.admin(durableChannel(tools.name()));
    const bad = { group: 'no spaces', after: '', limit: 0, page: 1 };
    const { message } = await refused(admin.deadLetters(bad), 'invalid_option');
    for (const name of Object.keys(bad)) assert.ok(message.includes(name), message);
    await refused(admin.deadLetters(null as unknown as object), 'invalid_option');
    await refused(admin.redrive('all' as unknown as string[]), 'invalid_option');
    await refused(admin.redrive(['']), 'invalid_option');
    await refused(admin.discard([1] as unknown as string[]), 'invalid_option');
  },
};
