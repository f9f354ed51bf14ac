import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const refusesBadOptions: ContractCase = {
  name: 'lifecycle: bad options of a bus and of a subscription are refused, all at once',
  async run(tools) {
    const bad = {
      source: 'has a space',
      limits: { eventBytes: 1, depth: 0 },
      batch: { maxEvents: 0, maxBytes: 0.5 },
      publishTimeoutMs: Number.NaN,
      maxOutgoing: -1,
      maxInFlightBytes: 0,
      subscribeTimeoutMs: 0,
      sorce: '/misspelt',
    };
    const { message } = await refused(() => tools.bus(bad), 'invalid_option');
    for (const name of [
      'source',
      'eventBytes',
      'depth',
      'maxEvents',
      'maxBytes',
      'publishTimeoutMs',
      'maxOutgoing',
      'maxInFlight',
      'subscribeTimeoutMs',
      "'sorce'",
    ]) {
      assert.ok(message.includes(name), `${name} is missing in: ${message}`);
    }
    const bus = tools.bus();
    const worse = { concurrency: 0, maxQueued: 1.5, overflow: 'error' as never, handlerTimeoutMs: -1, paralel: 2 };
    const second = await refused(
      bus.subscribe(sampleChannel(tools.name()), () => {}, worse),
      'invalid_option',
    );
    assert.match(second.message, /'paralel'.*concurrency.*maxQueued.*overflow.*handlerTimeoutMs/);
    assert.deepEqual(bus.channels(), []);
  },
};
