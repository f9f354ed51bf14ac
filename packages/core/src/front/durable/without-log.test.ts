import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineChannel } from '../../define/index.js';
import type { BusTransport } from '../../transport/bus-transport.js';
import { TransportBus } from '../transport-bus.js';

const placed = defineChannel('order.placed', z.object({ n: z.int() }), { delivery: 'durable' });

const withoutLog: BusTransport = {
  gathers: false,
  open: () => undefined,
  isWritable: () => true,
  send: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  close: async () => {},
};

test('a bus without a log refuses durable channels, and says so', async () => {
  await using bus = new TransportBus(withoutLog);
  const refusal = { code: 'unsupported', channel: 'order.placed' };
  await expect(bus.publish(placed, { n: 1 })).rejects.toMatchObject(refusal);
  await expect(bus.publishMany(placed, [{ n: 1 }])).rejects.toMatchObject(refusal);
  await expect(bus.subscribe(placed, () => {}, { group: 'g' })).rejects.toMatchObject(refusal);
  expect(() => bus.events(placed, { from: 'start' })).toThrow(expect.objectContaining(refusal));
  expect(() => bus.admin(placed)).toThrow(expect.objectContaining(refusal));
});
