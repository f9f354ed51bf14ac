import assert from 'node:assert/strict';
import type { HandlerContext } from '../../../../bus/handler-context.js';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';

export const tellsHandlersOfTheEvent: ContractCase = {
  name: "context: a handler is told the event's id, its own id as correlation, and nothing that nobody said",
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const contexts: HandlerContext[] = [];
    await bus.subscribe(channel, (_event, context) => void contexts.push(context));
    const published = await bus.publish(channel, { n: 1 });
    await eventually(() => assert.equal(contexts.length, 1));
    const [context] = contexts;
    assert.deepEqual([context?.eventId, context?.correlationId], [published.id, published.id]);
    assert.deepEqual([context?.causationId, context?.trace, context?.attributes], [undefined, undefined, {}]);
    assert.equal(context?.signal.aborted, false);
  },
};
