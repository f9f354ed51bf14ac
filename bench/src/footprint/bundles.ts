/** A program that is made into one file. */
export interface Bundle {
  readonly name: string;
  /** Packages of which one row is made, for the versions. */
  readonly packages: readonly string[];
  readonly code: string;
  /** Packages that stay outside. */
  readonly external?: readonly string[];
}

const channel = `
  import { defineChannel } from '@tidings/core/define';
  import * as z from 'zod';
  const orderPlaced = defineChannel('order.placed', z.object({ orderId: z.string(), total: z.number().min(0) }));
`;
const useChannel = `
  await bus.subscribe(orderPlaced, ({ data }) => console.log(data.total));
  await bus.publish(orderPlaced, { orderId: 'o-1', total: 12.5 });
`;
const generated = `
  import { publishResponseDelta, subscribeResponseDelta } from '@tidings/conversation';
`;
const useGenerated = `
  await subscribeResponseDelta(bus, ({ data }) => console.log(data.text));
  await publishResponseDelta(bus, { text: 'tea' });
`;
const memory = `
  import { MemoryBus } from '@tidings/core';
  const bus = new MemoryBus();
`;
const redis = `
  import { RedisBus } from '@tidings/redis';
  const bus = new RedisBus({ url: 'redis://localhost:6379' });
`;
const boringnode = (transport: string): string => `
  import { Bus } from '@boringnode/bus';
  import { ${transport} } from '@boringnode/bus/transports/${transport}';
  const bus = new Bus(${transport}({ host: 'localhost', port: 6379 })());
  await bus.subscribe('order.placed', (order) => console.log(order));
  await bus.publish('order.placed', { total: 12.5 });
`;
const graphql = `
  import { RedisPubSub } from 'graphql-redis-subscriptions';
  const bus = new RedisPubSub({ connection: { host: 'localhost' } });
  await bus.subscribe('order.placed', (order) => console.log(order));
  await bus.publish('order.placed', { total: 12.5 });
`;
const orpc = `
  import { IORedisPublisher } from '@orpc/experimental-publisher/ioredis';
  import { Redis } from 'ioredis';
  const bus = new IORedisPublisher({ commander: new Redis(), listener: new Redis() });
  await bus.subscribe('order.placed', (order) => console.log(order));
  await bus.publish('order.placed', { total: 12.5 });
`;
const emitter = (from: string, make: string): string => `
  ${from}
  const bus = ${make};
  bus.on('order.placed', (order) => console.log(order));
  bus.emit('order.placed', { total: 12.5 });
`;

/** Everything that is made into one file. */
export const bundles: readonly Bundle[] = [
  { name: 'tidings, MemoryBus alone', packages: ['@tidings/core'], code: `${memory} await bus.close();` },
  {
    name: 'tidings, MemoryBus and a channel, zod external',
    packages: [],
    code: memory + channel + useChannel,
    external: ['zod'],
  },
  { name: 'tidings, MemoryBus and a channel', packages: ['zod'], code: memory + channel + useChannel },
  {
    name: 'tidings, MemoryBus and one channel of a generated client',
    packages: ['@tidings/conversation'],
    code: memory + generated + useGenerated,
  },
  {
    name: 'tidings, RedisBus and a channel, ioredis and zod external',
    packages: ['@tidings/redis'],
    code: redis + channel + useChannel,
    external: ['ioredis', 'zod'],
  },
  {
    name: 'tidings, RedisBus and a channel, ioredis external',
    packages: [],
    code: redis + channel + useChannel,
    external: ['ioredis'],
  },
  { name: 'tidings, RedisBus and a channel', packages: [], code: redis + channel + useChannel },
  {
    name: 'zod, an object of two properties',
    packages: [],
    code: `import * as z from 'zod';
      console.log(z.object({ orderId: z.string(), total: z.number().min(0) }).parse({}));`,
  },
  {
    name: 'ioredis',
    packages: ['ioredis'],
    code: "import { Redis } from 'ioredis'; console.log(await new Redis().ping());",
  },
  { name: '@boringnode/bus, memory', packages: ['@boringnode/bus'], code: boringnode('memory') },
  {
    name: '@boringnode/bus, Redis, ioredis external',
    packages: [],
    code: boringnode('redis'),
    external: ['ioredis'],
  },
  { name: '@boringnode/bus, Redis', packages: [], code: boringnode('redis') },
  {
    name: 'graphql-redis-subscriptions, ioredis external',
    packages: ['graphql-redis-subscriptions', 'graphql-subscriptions', 'graphql'],
    code: graphql,
    external: ['ioredis'],
  },
  { name: 'graphql-redis-subscriptions', packages: [], code: graphql },
  {
    name: '@orpc/experimental-publisher, ioredis external',
    packages: ['@orpc/experimental-publisher'],
    code: orpc,
    external: ['ioredis'],
  },
  { name: '@orpc/experimental-publisher', packages: [], code: orpc },
  {
    name: 'emittery',
    packages: ['emittery'],
    code: emitter("import Emittery from 'emittery';", 'new Emittery()'),
  },
  { name: 'mitt', packages: ['mitt'], code: emitter("import mitt from 'mitt';", 'mitt()') },
  {
    name: 'eventemitter3',
    packages: ['eventemitter3'],
    code: emitter("import { EventEmitter } from 'eventemitter3';", 'new EventEmitter()'),
  },
];
