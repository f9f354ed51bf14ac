import assert from 'node:assert/strict';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { rawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';

export const passesWhatIsInvalid: ContractCase = {
  name: 'cursors: what is invalid is reported by each reader, and the next event is read; nothing is dead-lettered',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const invalid = recorded(bus, 'invalid');
    const event = (id: string, n: unknown): string => JSON.stringify(rawEvent(channel, { id, data: { n } }));
    await tools.appendRaw(channel, event('a', 1), event('b', 'two'), 'null', event('c', 3));
    await tools.appendRaw(channel, '{"n":');
    await bus.publish(channel, { n: 4 });
    const read = await collectFrom(bus, channel, 'start');
    await eventuallyEqual(() => read.map(({ data }) => data.n), [1, 3, 4]);
    const reasons = [
      ['schema', 'b'],
      ['envelope', undefined],
      ['malformed', undefined],
    ];
    assert.deepEqual(
      invalid.map(({ reason, eventId }) => [reason, eventId]),
      reasons,
    );
    const resumed = await collectFrom(bus, channel, read[0]?.cursor ?? '');
    await eventuallyEqual(() => resumed.map(({ data }) => data.n), [3, 4]);
    assert.deepEqual([invalid.length, await bus.admin(channel).deadLetters()], [6, []]);
  },
};
