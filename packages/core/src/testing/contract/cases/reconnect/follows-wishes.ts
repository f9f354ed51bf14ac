import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { cut } from './cut.js';

export const followsWishes: ContractCase = {
  name: 'reconnect: what is subscribed and unsubscribed while the connection is away holds when it is back',
  async run(tools) {
    const bus = tools.bus();
    const [kept, left, joined] = ['kept', 'left', 'joined'].map((word) => sampleChannel(tools.name(word)));
    assert.ok(kept && left && joined);
    recorded(bus, 'gap');
    const atKept = await collectNumbers(bus, kept);
    const atLeft = await collectNumbers(bus, left);
    const { isBack } = await cut(tools, bus);
    const joining = collectNumbers(bus, joined);
    await bus.unsubscribe(left);
    const atJoined = await joining;
    await isBack();
    assert.deepEqual(bus.channels(), [joined.name, kept.name].sort());
    for (const channel of [left, joined, kept]) await bus.publish(channel, { n: 1 });
    await eventuallyEqual(atJoined, [1]);
    await eventuallyEqual(atKept, [1]);
    assert.deepEqual(atLeft, []);
  },
};
