import assert from 'node:assert/strict';
import type { DurableEvent } from '../../../../bus/bus-event.js';
import type { GroupContext } from '../../../../bus/handler-context.js';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import type { Sample } from '../../sample-channel.js';

export const tellsHandlersOfTheEvent: ContractCase = {
  name: 'groups: a handler is told of its group, the attempt, the trace, causes and attributes, and where to go on',
  async run(tools) {
    const bus = tools.bus({ source: '/shop' });
    const channel = durableChannel(tools.name());
    const handled: { event: DurableEvent<string, Sample>; context: GroupContext }[] = [];
    await bus.subscribe(channel, (event, context) => void handled.push({ event, context }), { group: 'workers' });
    const trace = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', tracestate: 'a=1' };
    const causedBy = { eventId: 'cause', correlationId: 'all', trace };
    const time = new Date('2020-02-02T02:02:02.222Z');
    const attributes = { tenant: 'acme', priority: 7, vip: true };
    const published = await bus.publish(channel, { n: 1 }, { time, causedBy, attributes });
    await eventually(() => assert.equal(handled.length, 1));
    const [{ event, context } = assert.fail()] = handled;
    const { cursor, ...rest } = event;
    assert.deepEqual(rest, {
      id: published.id,
      channel: channel.name,
      version: 1,
      time,
      source: '/shop',
      data: { n: 1 },
      attempt: 1,
    });
    assert.ok(typeof cursor === 'string' && cursor !== '');
    assert.deepEqual([context.group, context.attempt, context.eventId], ['workers', 1, published.id]);
    assert.deepEqual([context.correlationId, context.causationId, context.trace], ['all', 'cause', trace]);
    assert.deepEqual([{ ...context.attributes }, context.signal.aborted], [attributes, false]);
    const read = await collectFrom(bus, channel, cursor);
    await bus.publish(channel, { n: 2 });
    await eventuallyEqual(() => read.map(({ data }) => data.n), [2]);
  },
};
