import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { type DurableSampleChannel, durableChannel } from '../../durable-channel.js';
import { refused } from '../../refused.js';
import { sampleChannel } from '../../sample-channel.js';

export const refusesOptionsOfTheOtherKind: ContractCase = {
  name: 'groups: options of broadcast channels are refused for durable ones, and the other way round',
  async run(tools) {
    const bus = tools.bus();
    const [durable, broadcast] = [durableChannel(tools.name('durable')), sampleChannel(tools.name('broadcast'))];
    const overflowing = { group: 'workers', overflow: 'drop-oldest' } as { group: string };
    assert.match(
      (
        await refused(
          bus.subscribe(durable, () => {}, overflowing),
          'invalid_option',
        )
      ).message,
      /overflow/,
    );
    const dropping = { from: 'start' as const, overflow: 'drop-oldest' };
    assert.match((await refused(() => bus.events(durable, dropping), 'invalid_option')).message, /overflow/);
    const batching = { from: 'start', batch: {} } as { from: 'start' };
    assert.match(
      (
        await refused(
          bus.subscribe(durable, () => {}, batching),
          'invalid_option',
        )
      ).message,
      /batch/,
    );
    for (const only of [{ group: 'workers' }, { from: 'start' }, { retry: {} }, { batch: {} }]) {
      const [name = ''] = Object.keys(only);
      const { message } = await refused(
        bus.subscribe(broadcast, () => {}, only as object),
        'invalid_option',
      );
      assert.ok(message.includes(name), message);
    }
    await refused(() => bus.events(broadcast, { from: 'start' } as object), 'invalid_option');
    await refused(() => bus.admin(broadcast as unknown as DurableSampleChannel), 'invalid_option');
    assert.deepEqual(bus.channels(), []);
  },
};
