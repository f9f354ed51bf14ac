import assert from 'node:assert/strict';
import type { CursorOptions, CursorStreamOptions, StartFrom } from '../../../../bus/durable-options.js';
import { eventually } from '../../../eventually.js';
import { collectFrom } from '../../collect-from.js';
import type { ContractCase } from '../../contract-case.js';
import { durableChannel } from '../../durable-channel.js';
import { refused } from '../../refused.js';

export const refusesBadPlaces: ContractCase = {
  name: 'cursors: what is no place is refused, and a cursor for several channels too',
  async run(tools) {
    const bus = tools.bus();
    const [channel, other] = [durableChannel(tools.name('one')), durableChannel(tools.name('two'))];
    await bus.publish(channel, { n: 1 });
    const read = await collectFrom(bus, channel, 'start');
    await eventually(() => assert.equal(read.length, 1));
    const cursor = read[0]?.cursor ?? '';
    const bad: unknown[] = ['', 'middle', '0-0', `${cursor}x`, new Date(Number.NaN), 7, {}, null];
    for (const from of bad as StartFrom[]) {
      await refused(
        bus.subscribe(channel, () => {}, { from }),
        'invalid_option',
      );
      await refused(() => bus.events(channel, { from }), 'invalid_option');
    }
    await refused(
      bus.subscribe([channel, other], () => {}, { from: cursor }),
      'invalid_option',
    );
    await refused(() => bus.events([channel, other], { from: cursor }), 'invalid_option');
    const options = {
      from: 'start',
      onUnreadable: 'explode',
      handlerTimeoutMs: 0,
      retry: { maxAttempts: 0 },
      paralel: 1,
    };
    const { message } = await refused(
      bus.subscribe(channel, () => {}, options as unknown as CursorOptions),
      'invalid_option',
    );
    for (const name of ['onUnreadable', 'handlerTimeoutMs', 'retry.maxAttempts', 'paralel'])
      assert.ok(message.includes(name), message);
    const streaming = { from: 'start', onUnreadable: 'explode', maxBuffered: 0 } as unknown as CursorStreamOptions;
    const told = await refused(() => bus.events(channel, streaming), 'invalid_option');
    assert.match(told.message, /maxBuffered.*onUnreadable/);
    assert.deepEqual(bus.subscriberCount(channel), 1);
  },
};
