import assert from 'node:assert/strict';
import { collectNumbers } from '../../collect-numbers.js';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { sendRawEvent } from '../../raw-event.js';
import { recorded } from '../../recorded.js';
import { sampleChannel } from '../../sample-channel.js';

export const reportsWhatIsNoEnvelope: ContractCase = {
  name: 'validation: what is JSON and no CloudEvent that this channel could carry is reported as envelope',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const invalid = recorded(bus, 'invalid');
    const received = await collectNumbers(bus, channel);
    const data = { n: 0 };
    const bad: readonly Readonly<Record<string, unknown>>[] = [
      { data, id: undefined },
      { data, id: '' },
      { data, id: 7 },
      { data, source: undefined },
      { data, type: undefined },
      { data, specversion: '0.3' },
      { data, specversion: undefined },
      { data, time: 'yesterday' },
      { data, time: 1_700_000_000 },
      { data, dataversion: 0 },
      { data, dataversion: 'two' },
      { data, minreader: -1 },
      { data, datacontenttype: 'text/xml' },
      { data, data_base64: 'eA==' },
      { data_base64: 'eA==' },
      {},
    ];
    for (const fields of bad) await sendRawEvent(tools, channel, fields);
    const nothing = ['null', '7', '"text"', 'true', '[null]', '[[]]'];
    for (const frame of nothing) await tools.sendRaw(channel, frame);
    await tools.sendRaw(channel, '[]');
    await bus.publish(channel, { n: 1 });
    await eventuallyEqual(received, [1]);
    assert.deepEqual(
      invalid.map(({ reason }) => reason),
      [...bad, ...nothing].map(() => 'envelope'),
    );
    assert.deepEqual(
      invalid.slice(0, bad.length).map(({ eventId }) => eventId),
      [undefined, undefined, undefined, ...bad.slice(3).map(() => 'raw-1')],
    );
  },
};
