import assert from 'node:assert/strict';
import { eventually } from '../../../eventually.js';
import { collect } from '../../collect.js';
import type { ContractCase } from '../../contract-case.js';
import { sampleChannel } from '../../sample-channel.js';
import { numbers } from '../../samples.js';

export const keepsOrderPerPublisher: ContractCase = {
  name: 'order: with two publishers, the events of each arrive in its order',
  async run(tools) {
    const buses = [tools.bus({ source: '/0' }), tools.bus({ source: '/1' })];
    const reader = tools.bus();
    const channel = sampleChannel(tools.name());
    const received = await collect(reader, channel);
    await Promise.all(
      numbers(1, 200).flatMap((n) =>
        buses.map((bus) => (n % 10 === 0 ? bus.publishMany(channel, [{ n }]) : bus.publish(channel, { n }))),
      ),
    );
    await eventually(() => assert.equal(received.length, 400));
    for (const source of ['/0', '/1']) {
      const own = received.filter((event) => event.source === source);
      assert.deepEqual(
        own.map(({ data }) => data.n),
        numbers(1, 200),
      );
    }
  },
};
