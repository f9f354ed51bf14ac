import assert from 'node:assert/strict';
import { isTidingsError } from '../../../../errors/tidings-error.js';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const seesRefusedPayloads: ContractCase = {
  name: 'middleware: publish middleware sees why a payload was refused',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const seen: unknown[] = [];
    bus.use({
      async publish(_call, next) {
        try {
          return await next();
        } catch (error) {
          seen.push(isTidingsError(error) ? error.code : error);
          throw error;
        }
      },
    });
    await refused(bus.publish(channel, { n: 0.5 }), 'invalid_payload');
    assert.deepEqual(seen, ['invalid_payload']);
  },
};
