import { describeEventBusContract } from '@tidings/core/testing';
import { RedisBus } from '@tidings/redis';
import { type FaultProxy, startProxy, startRedis } from '@tidings/test-redis';
import { afterAll, describe, test } from 'vitest';
import { appendRaw } from './append-raw.js';

const redis = await startRedis();
// A path of its own for each bus: there are more than all cases about crashes have buses.
const proxies = await Promise.all(Array.from({ length: 32 }, () => startProxy({ to: redis })));
afterAll(async () => {
  await Promise.all(proxies.map((proxy) => proxy.stop()));
  await redis.stop();
});

const proxyOf = new WeakMap<object, FaultProxy>();
const free = [...proxies];

// The other cases run where nothing crashes.
describeEventBusContract(
  {
    name: 'RedisBus, whose process may end,',
    runner: { describe, test: (name, body) => (name.startsWith('crash: ') ? void test(name, body) : undefined) },
    appendRaw: (world, entry) => appendRaw({ url: redis.url, prefix: `${world}:` }, entry),
    // As far as Redis and all others can tell, a process that is cut off for good has ended.
    crash: (bus) => proxyOf.get(bus)?.blackhole(),
    sendRaw: () => {},
  },
  (world, options) => {
    const proxy = free.shift();
    if (proxy === undefined) throw new RangeError('there are more buses than proxies');
    const bus = new RedisBus({ ...options, url: proxy.url, prefix: `${world}:`, name: world, leaseMs: 1_000 });
    proxyOf.set(bus, proxy);
    return bus;
  },
);
