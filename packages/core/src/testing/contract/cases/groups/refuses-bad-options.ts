import assert from 'node:assert/strict';
import type { BatchGroupOptions, GroupOptions } from '../../../../bus/durable-options.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { refused } from '../../refused.js';

export const refusesBadOptions: ContractCase = {
  name: 'groups: bad options are refused at once, all of them by name',
  async run(tools) {
    const bus = tools.bus();
    const channel = durableChannel(tools.name());
    const bad = {
      group: 'no spaces',
      from: 'middle' as 'start',
      concurrency: 0,
      maxQueued: 0.5,
      handlerTimeoutMs: -1,
      retry: { maxAttempts: 0, minDelayMs: -1, maxDelayMs: Number.NaN, factor: 2 },
      batch: { maxEvents: 0, maxWaitMs: -1, size: 1 },
      signal: {} as AbortSignal,
      paralel: 2,
    };
    const { message } = await refused(
      bus.subscribe(channel, 'no function' as unknown as () => void, bad as BatchGroupOptions),
      'invalid_option',
    );
    const told = [
      'group',
      'from',
      'concurrency',
      'maxQueued',
      'handlerTimeoutMs',
      'retry.maxAttempts',
      'retry.minDelayMs',
      'retry.maxDelayMs',
      'retry.factor',
      'batch.maxEvents',
      'batch.maxWaitMs',
      'batch.size',
      'signal',
      'paralel',
      'handler must',
    ];
    assert.deepEqual(
      told.filter((name) => !message.includes(name)),
      [],
    );
    for (const group of ['', 'x'.repeat(101), 7 as unknown as string, 'a:b', 'a{b}', '\u00e4']) {
      await refused(
        bus.subscribe(channel, () => {}, { group }),
        'invalid_option',
      );
    }
    for (const wrong of [{ retry: 3 }, { batch: true }, { retry: null }]) {
      const options = { group: 'workers', ...wrong } as unknown as GroupOptions;
      await refused(
        bus.subscribe(channel, () => {}, options),
        'invalid_option',
      );
    }
    assert.deepEqual(bus.channels(), []);
  },
};
