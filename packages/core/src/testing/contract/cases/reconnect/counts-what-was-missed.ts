import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';
import { cut } from './cut.js';

export const countsWhatWasMissed: ContractCase = {
  name: 'reconnect: what was missed meanwhile is counted when the next event of its publisher comes',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const gaps = recorded(bus, 'gap');
    const received = await collectNumbers(bus, channel);
    await sendRawEvent(tools, channel, { epoch: 'life', sequence: '0000000000000001', data: { n: 1 } });
    await eventuallyEqual(received, [1]);
    const { isBack } = await cut(tools, bus);
    await isBack();
    await sendRawEvent(tools, channel, { epoch: 'life', sequence: '0000000000000005', data: { n: 5 } });
    await eventuallyEqual(received, [1, 5]);
    await eventuallyEqual(
      () => gaps.map(({ reason, count }) => [reason, count]),
      [
        ['reconnect', undefined],
        ['hole', 3],
      ],
    );
    const { missed, gaps: told } = bus.health().totals;
    assert.deepEqual([missed, told], [3, 2]);
  },
};
