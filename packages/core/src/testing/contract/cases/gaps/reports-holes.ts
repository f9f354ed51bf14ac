import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const reportsHoles: ContractCase = {
  name: 'gaps: missing numbers of a publisher are reported with their exact count, when a later event comes',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gaps = recorded(bus, 'gap');
    const received = await collectNumbers(bus, channel);
    const send = (n: number): Promise<void> =>
      sendRawEvent(tools, channel, { epoch: 'life', sequence: String(n).padStart(16, '0'), data: { n } });
    for (const n of [41, 42, 45, 46, 56]) await send(n);
    await eventuallyEqual(received, [41, 42, 45, 46, 56]);
    const report = { reason: 'hole', channel: channel.name, source: '/elsewhere' };
    assert.deepEqual(gaps, [
      { ...report, count: 2 },
      { ...report, count: 9 },
    ]);
    const { lastGap } = bus.health();
    assert.deepEqual([lastGap?.reason, lastGap?.count, lastGap?.at instanceof Date], ['hole', 9, true]);
  },
};
