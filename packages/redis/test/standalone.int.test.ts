import { describeEventBusContract } from '@tidings/core/testing';
import { RedisBus } from '@tidings/redis';
import { useRedis } from '@tidings/test-redis';
import { afterAll, describe, test } from 'vitest';
import { appendRaw } from './append-raw.js';
import { cutConnections } from './cut-connections.js';

const server = await useRedis();
const raw = server.client();
afterAll(() => server.stop());

describeEventBusContract(
  {
    name: 'RedisBus on a single server',
    runner: { describe, test },
    appendRaw: (world, entry) => appendRaw({ url: server.url, prefix: `${world}:` }, entry),
    cutConnections: (world) => cutConnections(raw, world),
    sendRaw: async (world, channel, frame) => {
      await raw.publish(`${world}:${channel}`, typeof frame === 'string' ? frame : Buffer.from(frame));
    },
  },
  (world, options) => new RedisBus({ ...options, url: server.url, prefix: `${world}:`, name: world }),
);
