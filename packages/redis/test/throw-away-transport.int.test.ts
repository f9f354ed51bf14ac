import assert from 'node:assert/strict';
import type { BusStatus, GapReport } from '@tidings/core';
import { defineChannel } from '@tidings/core/define';
import { describeEventBusContract, eventually } from '@tidings/core/testing';
import { TransportBus } from '@tidings/core/transport';
import { Redis } from 'ioredis';
import { afterAll, describe, test } from 'vitest';
import { z } from 'zod';
import { startRedis } from './redis-server.js';
import { ThrowAwayTransport } from './throw-away-transport.js';

const server = await startRedis();
const raw = new Redis(server.url);
afterAll(async () => {
  raw.disconnect();
  await server.stop();
});

describeEventBusContract(
  {
    name: 'A bus over a throw-away Redis transport',
    runner: { describe, test },
    sendRaw: async (world, channel, frame) => {
      await raw.publish(`${world}:${channel}`, typeof frame === 'string' ? frame : Buffer.from(frame));
    },
  },
  (world, options) => new TransportBus(new ThrowAwayTransport(server.url, `${world}:`), options),
);

test('after its connections are killed a bus says so, comes back by itself, and goes on', async () => {
  const counted = defineChannel('throw.away.counted', z.object({ n: z.int() }));
  await using bus = new TransportBus(new ThrowAwayTransport(server.url, 'reconnect:'));
  const received: number[] = [];
  const statuses: BusStatus[] = [];
  const gaps: GapReport[] = [];
  bus.on('status', ({ status }) => statuses.push(status));
  bus.on('gap', (gap) => gaps.push(gap));
  await bus.subscribe(counted, (event) => received.push(event.data.n));
  await bus.publish(counted, { n: 1 });
  await eventually(() => assert.deepEqual(received, [1]));

  await raw.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  await raw.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
  await eventually(() => assert.deepEqual(statuses, ['ready', 'reconnecting', 'ready']));
  assert.deepEqual(gaps, [{ reason: 'reconnect', channel: undefined, count: undefined }]);

  await bus.publish(counted, { n: 2 });
  await eventually(() => assert.deepEqual(received, [1, 2]));
});

test('what is published while the connection is away is sent when it is back', async () => {
  const counted = defineChannel('throw.away.waited', z.object({ n: z.int() }));
  await using bus = new TransportBus(new ThrowAwayTransport(server.url, 'waiting:'));
  const received: number[] = [];
  bus.on('gap', () => {});
  await bus.subscribe(counted, (event) => received.push(event.data.n));
  const away = new Promise<void>((resolve) => bus.on('status', ({ status }) => status === 'reconnecting' && resolve()));
  await raw.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  await away;
  await bus.publish(counted, { n: 1 });
  await eventually(() => assert.deepEqual(received, [1]));
});
