import assert from 'node:assert/strict';
import { z } from 'zod';
import { defineChannel } from '../../../../define/define-channel.js';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';

export const hidesKeysOfRecords: ContractCase = {
  name: 'validation: keys that the schema does not name are payload, and are not quoted either',
  async run(tools) {
    const bus = tools.bus();
    const channel = defineChannel(
      tools.name(),
      z.object({ scores: z.record(z.string(), z.number()), strict: z.strictObject({}).optional() }),
    );
    const error = await refused(
      bus.publish(channel, { scores: { 'anna@example.org': 'x' as never }, strict: { 'bob@example.org': 1 } as never }),
      'invalid_payload',
    );
    assert.deepEqual(
      error.issues.map(({ path }) => path),
      [['scores', '*'], ['strict']],
    );
    assert.ok(!JSON.stringify([error.message, error.issues]).includes('example.org'));
  },
};
