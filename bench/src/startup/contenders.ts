import type { StartupContender } from './scenario.js';

/** Node with nothing to start: what all the others contain. */
export const nothing: StartupContender = {
  name: 'Node alone',
  module: 'nothing',
  packages: [],
  note: 'Node alone: what every row contains.',
};

/** Everybody who takes part. */
export const contenders: readonly StartupContender[] = [
  nothing,
  {
    name: 'tidings, memory, a channel in zod',
    module: 'tidings-memory',
    packages: ['@tidings/core', 'zod'],
    note: 'tidings, memory, a channel in zod: MemoryBus and defineChannel; its schema is compiled at the first publish.',
  },
  {
    name: 'tidings, memory, a generated client',
    module: 'tidings-generated',
    packages: ['@tidings/conversation'],
    note: 'tidings, memory, a generated client: of @tidings/conversation, 14 channels, of which one is used; the package loads zod by itself.',
  },
  {
    name: 'tidings, Redis',
    module: 'tidings-redis',
    packages: ['@tidings/redis'],
    note: 'tidings, Redis: RedisBus, which brings its own ioredis, and the same channel; subscribed, published, received through Redis.',
  },
  {
    name: 'EventEmitter + zod',
    module: 'event-emitter-zod',
    packages: [],
    note: 'EventEmitter + zod: the same schema, compiled, on both sides of an emit; no envelope.',
  },
  { name: 'emittery', module: 'emittery', packages: ['emittery'], note: 'emittery: validates nothing.' },
  {
    name: '@boringnode/bus, memory',
    module: 'boringnode-memory',
    packages: ['@boringnode/bus'],
    note: '@boringnode/bus: two buses, since none hears itself; validates nothing.',
  },
  { name: '@boringnode/bus, Redis', module: 'boringnode-redis', packages: ['ioredis'], note: '' },
  {
    name: 'ioredis',
    module: 'ioredis',
    packages: [],
    note: 'ioredis: two connections, JSON; validates nothing.',
  },
  {
    name: 'NestJS microservice, Redis',
    module: 'nestjs-redis',
    packages: ['@nestjs/core', '@nestjs/microservices'],
    note: 'NestJS microservice, Redis: createMicroservice with a controller and an @EventPattern, and a ClientProxy that emits; no logger; validates nothing.',
  },
];
