import assert from 'node:assert/strict';
import type { DurableEvent } from '../../../../bus/bus-event.js';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import type { Sample } from '../../sample-channel.js';
import { samples } from '../../samples.js';

export const stopsWhenUnsubscribed: ContractCase = {
  name: 'cursors: a reader that is closed, by itself too, gets nothing more, and goes on from its last cursor where it stopped',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    await bus.publishMany(channel, samples(1, 6));
    const read: DurableEvent<string, Sample>[] = [];
    const handler = async (event: DurableEvent<string, Sample>): Promise<void> => {
      read.push(event);
      if (event.data.n === 3) await bus.unsubscribe(channel, handler);
    };
    const subscription = await bus.subscribe(channel, handler, { from: 'start' });
    await eventually(() => assert.equal(subscription.closed, true));
    const all = await collectFrom(bus, channel, 'start');
    await eventually(() => assert.equal(all.length, 6));
    assert.deepEqual(
      read.map(({ data }) => data.n),
      [1, 2, 3],
    );
    const rest = await collectFrom(bus, channel, read.at(-1)?.cursor ?? '');
    await eventuallyEqual(() => rest.map(({ data }) => data.n), [4, 5, 6]);
  },
};
