import assert from 'node:assert/strict';
import type { HandlerContext } from '../../../../bus/handler-context.js';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const carriesAttributes: ContractCase = {
  name: 'context: custom attributes arrive with their types, for every event of a list',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const contexts: HandlerContext[] = [];
    await bus.subscribe(channel, (_event, context) => void contexts.push(context));
    const attributes = { tenant: 'acme "x" \n', retries: -3, urgent: true, constructor0: '' };
    await bus.publish(channel, { n: 1 }, { attributes });
    await bus.publishMany(channel, samples(2, 3), { attributes, correlationId: 'c' });
    await eventually(() => assert.equal(contexts.length, 3));
    for (const context of contexts) assert.deepEqual({ ...context.attributes }, attributes);
    assert.deepEqual([contexts[1]?.correlationId, contexts[2]?.correlationId], ['c', 'c']);
  },
};
