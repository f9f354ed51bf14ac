import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { Gate } from '../../gate.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const settlesPublishesInMiddleware: ContractCase = {
  name: 'lifecycle: a publish that middleware holds up until the bus is closed rejects',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gate = new Gate();
    bus.use({
      async publish(_call, next) {
        await gate.passed;
        return next();
      },
    });
    const publishing = bus.publish(channel, { n: 1 });
    await bus.close();
    gate.open();
    await refused(publishing, 'closed');
    assert.equal(bus.health().outgoing, 0);
  },
};
