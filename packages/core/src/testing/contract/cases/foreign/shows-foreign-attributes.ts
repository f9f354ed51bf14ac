import assert from 'node:assert/strict';
import type { HandlerContext } from '../../../../bus/handler-context.js';
import { eventually } from '../../../eventually.js';
import type { ContractCase } from '../../contract-case.js';
import { sendRawEvent } from '../../raw-event.js';
import { sampleChannel } from '../../sample-channel.js';

export const showsForeignAttributes: ContractCase = {
  name: 'foreign: extension attributes of others are shown to handlers, and any JSON content type is accepted',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const contexts: HandlerContext[] = [];
    await bus.subscribe(channel, (_event, context) => void contexts.push(context));
    const extension = { tenant: 'acme', retries: 3, urgent: false, nothing: null, list: [1], subject: 'reserved' };
    for (const datacontenttype of [
      'application/json',
      'application/json; charset=utf-8',
      'application/vnd.x+json',
      null,
    ]) {
      await sendRawEvent(tools, channel, { ...extension, datacontenttype, dataschema: '/schema', data: { n: 1 } });
    }
    await eventually(() => assert.equal(contexts.length, 4));
    for (const context of contexts) assert.deepEqual(context.attributes, { tenant: 'acme', retries: 3, urgent: false });
  },
};
