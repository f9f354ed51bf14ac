import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const takesFirstSightAsBaseline: ContractCase = {
  name: "gaps: the first event of a publisher's life is no gap, whatever its number, and lives are told apart",
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gaps = recorded(bus, 'gap');
    const received = await collectNumbers(bus, channel);
    const send = (epoch: string, n: number): Promise<void> =>
      sendRawEvent(tools, channel, { epoch, sequence: String(n).padStart(16, '0'), data: { n } });
    await send('one', 100);
    await send('two', 7);
    await send('one', 101);
    await send('two', 8);
    await send('one', 103);
    await eventuallyEqual(received, [100, 7, 101, 8, 103]);
    assert.deepEqual(
      gaps.map(({ count }) => count),
      [1],
    );
  },
};
