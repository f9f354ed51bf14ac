import assert from 'node:assert/strict';
import { collectGroupNumbers } from '../../collect-group-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { eventuallySettled } from '../../group-facts.js';
import { recorded } from '../../recorded.js';

export const buriesWhatIsNoJson: ContractCase = {
  name: 'dead letters: an entry that is no JSON is dead-lettered as malformed as it is, and the group goes on',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const invalid = recorded(bus, 'invalid');
    const reports = recorded(bus, 'deadLetter');
    const texts = ['{"specversion":', 'undefined', '{"n":1}}'];
    for (const text of texts) await tools.appendRaw(channel, text);
    await bus.publish(channel, { n: 1 });
    const handled = await collectGroupNumbers(bus, channel, 'workers');
    await eventuallyEqual(handled, [1]);
    await eventuallySettled(bus, channel, 'workers');
    const dead = await bus.admin(channel).deadLetters();
    assert.deepEqual(
      dead.map(({ code, eventId, attempts, event }) => [code, eventId, attempts, event]),
      texts.map((text) => ['malformed', undefined, 0, text]),
    );
    assert.deepEqual(
      [invalid.map(({ reason }) => reason), reports.map(({ code }) => code)],
      [texts.map(() => 'malformed'), texts.map(() => 'malformed')],
    );
  },
};
