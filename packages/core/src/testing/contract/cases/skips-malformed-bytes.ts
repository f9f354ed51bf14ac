import assert from 'node:assert/strict';
import type { InvalidReport } from '../../../bus/bus-events.js';
import { eventually } from '../../eventually.js';
import type { ContractCase } from '../contract-case.js';
import { sampleChannel } from '../sample-channel.js';

export const skipsMalformedBytes: ContractCase = {
  name: 'bytes that are no JSON are reported as malformed, and the bus goes on',
  async run(tools) {
    const bus = tools.bus();
    const channel = sampleChannel(tools.name());
    const received: number[] = [];
    const invalid: InvalidReport[] = [];
    bus.on('invalid', (report) => invalid.push(report));
    await bus.subscribe(channel, (event) => received.push(event.data.n));
    await tools.sendRaw(channel, '{"specversion":');
    await tools.sendRaw(channel, new Uint8Array([0x22, 0xff, 0xfe, 0x22]));
    await bus.publish(channel, { n: 1 });
    await eventually(() => assert.deepEqual(received, [1]));
    assert.deepEqual(
      invalid.map(({ reason, channel: where }) => [reason, where]),
      [
        ['malformed', channel.name],
        ['malformed', channel.name],
      ],
    );
    assert.equal(bus.health().totals.invalid, 2);
  },
};
