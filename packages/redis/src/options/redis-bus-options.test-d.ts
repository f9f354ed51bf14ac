import type { Cluster, Redis } from 'ioredis';
import { test } from 'vitest';
import { RedisBus } from '../redis-bus.js';

declare const client: Redis;
declare const cluster: Cluster;

test('a RedisBus takes one way to Redis, and no other', () => {
  new RedisBus({ url: 'redis://localhost', prefix: 'a:', publishTimeoutMs: 1, redis: { tls: {} } });
  new RedisBus({ client });
  new RedisBus({ cluster, settleMs: 10 });
  new RedisBus({ cluster: { nodes: ['redis://a', { host: 'b', port: 1 }] } });
  new RedisBus({ sentinels: { nodes: [{ host: 'a', port: 1 }], name: 'mymaster' } });
  // @ts-expect-error where is it?
  new RedisBus({});
  // @ts-expect-error
  new RedisBus();
  // @ts-expect-error the bus's own business
  new RedisBus({ url: 'redis://localhost', redis: { keyPrefix: 'mine:' } });
  // @ts-expect-error two ways
  new RedisBus({ url: 'redis://localhost', client });
  // @ts-expect-error a misspelt option
  new RedisBus({ url: 'redis://localhost', heartbeat: 1 });
  // @ts-expect-error the master's name is missing
  new RedisBus({ sentinels: { nodes: [{ host: 'a', port: 1 }] } });
});
