import assert from 'node:assert/strict';
import type { HandlerContext } from '../../../../bus/handler-context.js';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';

export const followsCauses: ContractCase = {
  name: 'context: causedBy passes causation, correlation and trace on, down a chain of handlers',
  async run(tools) {
    const bus = tools.bus();
    const [asked, answered, logged] = ['asked', 'answered', 'logged'].map((word) => sampleChannel(tools.name(word)));
    assert.ok(asked !== undefined && answered !== undefined && logged !== undefined);
    const trace = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
    const contexts: HandlerContext[] = [];
    await bus.subscribe(asked, (event, context) => bus.publish(answered, event.data, { causedBy: context }));
    await bus.subscribe(answered, (event, context) => {
      contexts.push(context);
      return bus.publish(logged, event.data, { causedBy: context, correlationId: 'another' });
    });
    await bus.subscribe(logged, (_event, context) => void contexts.push(context));
    const published = await bus.publish(asked, { n: 1 }, { trace });
    await eventually(() => assert.equal(contexts.length, 2));
    const [second, third] = contexts;
    assert.deepEqual([second?.causationId, second?.correlationId, second?.trace], [published.id, published.id, trace]);
    assert.deepEqual([third?.causationId, third?.correlationId, third?.trace], [second?.eventId, 'another', trace]);
  },
};
