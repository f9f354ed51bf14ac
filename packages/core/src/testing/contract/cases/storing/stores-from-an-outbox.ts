import assert from 'node:assert/strict';
import type { ContractCase } from '../../contract-case.js';
import { eventuallyEqual } from '../../eventually-equal.js';
import { keyedChannel } from '../../keyed-channel.js';
import { numbers } from '../../samples.js';

export const storesFromAnOutbox: ContractCase = {
  name: 'storing: what was encoded for an outbox is stored once, also when two relays publish it, and reads like any event',
  async run(tools) {
    const [service, relay, other] = [tools.bus({ source: '/shop' }), tools.bus(), tools.bus()];
    const channel = keyedChannel(tools.name());
    const time = new Date('2020-02-02T02:02:02.000Z');
    const encoded = numbers(1, 5).map((n) =>
      service.encode(channel, { key: 'a', n }, { time, attributes: { tenant: 'acme' } }),
    );
    for (const each of encoded) {
      const [published] = await Promise.all([
        relay.publishEncoded(channel, each.body),
        other.publishEncoded(channel, each),
        relay.publishEncoded(channel, each),
      ]);
      assert.deepEqual(published, { id: each.id, channel: channel.name, version: 1, time });
    }
    const handled: [id: string, source: string, n: number, tenant: unknown][] = [];
    await other.subscribe(
      channel,
      ({ id, source, data }, { attributes }) => void handled.push([id, source, data.n, attributes.tenant]),
      { group: 'workers' },
    );
    await relay.publish(channel, { key: 'a', n: 6 }, { id: 'last' });
    const expected = encoded.map(({ id }, index) => [id, '/shop', index + 1, 'acme']);
    await eventuallyEqual<unknown>(handled, [...expected, ['last', '/', 6, undefined]]);
  },
};
