import assert from 'node:assert/strict';
import type { HandlerContext } from '../../../../bus/handler-context.js';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';

export const enrichesEvents: ContractCase = {
  name: 'middleware: publish middleware may add attributes, trace, correlation and causation, which arrive',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const trace = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', tracestate: 'a=b' };
    bus.use({
      publish(call, next) {
        call.trace = trace;
        call.correlationId = 'correlated';
        call.causationId = 'caused';
        call.attributes.tenant = 'acme';
        call.attributes.given = false;
        return next();
      },
    });
    const contexts: HandlerContext[] = [];
    await bus.subscribe(channel, (_event, context) => void contexts.push(context));
    await bus.publish(channel, { n: 1 }, { attributes: { given: true, own: 7 } });
    await eventually(() => assert.equal(contexts.length, 1));
    const [context] = contexts;
    assert.deepEqual(context?.attributes, { given: false, own: 7, tenant: 'acme' });
    assert.deepEqual([context?.trace, context?.correlationId, context?.causationId], [trace, 'correlated', 'caused']);
  },
};
